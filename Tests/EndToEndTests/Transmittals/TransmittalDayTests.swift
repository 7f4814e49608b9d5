import Foundation
import Testing

@Suite("R-22: papers go out and are signed for, at the command line", .timeLimit(.minutes(20)))
struct TransmittalDayTests {
    @Test("the form is printed, a waybill finds the papers, and the receipt releases the original")
    func day() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let contract = try await program.made(
            "document", "file", try program.write("合同.txt", "合同"), "--type", "contract", "--title", "供货合同", "--number", "HT-1")
        let registered = try await desks.run("陈国清", "original", "register", contract, "--form", "paper")
        let original = try #require((registered.json["originals"] as? [[String: Any]])?.first?["id"] as? String)
        let sent = try await desks.done(
            "陈国清", "transmittal", "transmittal", "send", original, "\(contract)x3", "--to", "青禾置业", "--waybill", "sf1234567890123")
        let id = try #require(sent["id"] as? String)
        #expect(sent["carrier"] as? String == "sf" && sent["state"] as? String == "sent")
        let found = try await program.run("transmittal", "list", "SF 1234567890123")
        #expect(found.output.contains(id) && found.output.contains("顺丰") && found.output.contains("未签收"), "\(found.output)")
        let shown = try await program.run("transmittal", "show", id)
        #expect(shown.output.contains(original) && shown.output.contains("复印件") && shown.output.contains("3 份"), "\(shown.output)")
        #expect(try await program.run("transmittal", "print", id, "--output", "递送单.pdf").exitCode == 0)
        #expect(try await program.run("transmittal", "print", id, "--output", "递送单.pdf").exitCode == 73, "it is there already")
        let text = try await program.run(["-layout", "递送单.pdf", "-"], by: "/usr/bin/pdftotext").output
        for word in ["递送单", "青禾置业", "顺丰", "SF1234567890123", "供货合同", original, id, "签收人"] {
            #expect(text.contains(word), "\(word) in \(text)")
        }
        let next = try await desks.run("陈国清", "next")
        #expect(next.output.contains(id))
        let refused = try await desks.run("陈国清", "transmittal", "settle", id, "签收", "--signer", "林工")
        #expect(refused.exitCode == 65 && refused.errors.contains(original) && refused.errors.contains("签收单"), "\(refused.errors)")
        let receipt = try await program.made("document", "file", try program.write("签收.txt", "已签收"), "--type", "receipt", "--title", "签收单")
        try await desks.done("陈国清", "transmittal", "transmittal", "settle", id, "签收", "--signer", "林工", "--proof", receipt)
        let custody = try await program.run("original", "show", original)
        #expect(custody.output.contains("已移出") && custody.output.contains(receipt), "\(custody.output)")
        #expect(try await program.run("verify").exitCode == 0)
    }
}
