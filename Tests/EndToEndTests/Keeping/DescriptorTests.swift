import Foundation
import Testing

@Suite("A process that may open hardly any files")
struct DescriptorTests {
    @Test("says so, and neither that the disk is read-only nor that anything is damaged; with enough of them it works")
    func few() async throws {
        let program = try await Program()
        var (worked, refused) = (0, 0)
        // With fewer the system's own libraries give up.
        for limit in 8...40 {
            let answer = try await program.run(
                [
                    "--nofile=\(limit):\(limit)", program.program.path, "party", "register", "客户\(limit)", "--archive", program.root.path,
                    "--json",
                ],
                by: "/usr/bin/prlimit")
            switch answer.exitCode {
            case 0: worked += 1
            case 74:
                refused += 1
                let message = answer.error["message"] as? String ?? ""
                #expect(answer.error["code"] as? String == "M408" && message.contains("打开的文件太多"), "\(limit): \(answer.errors)")
            default: Issue.record("\(limit): \(answer.exitCode) \(answer.errors)")
            }
        }
        #expect(worked > 10 && refused > 3)
        #expect(try await program.run("verify").exitCode == 0)
    }
}
