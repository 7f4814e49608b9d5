import Records
import Testing

@Suite("R-22: a waybill is one number, however it is written, and tells its carrier where only one has such")
struct WaybillTests {
    @Test(
        "carriers are told by the form of their numbers; bare digits that several have tell nobody",
        arguments: [
            ("SF1234567890123", Carrier.sf), ("JDVA12345678901", .jd), ("JD0123456789012", .jd), ("YT1234567890123", .yto),
            ("78123456789012", .zto), ("7712345678901", .sto), ("771234567890123", .sto), ("4312345678901", .yunda),
            ("461234567890123", .yunda), ("JT1234567890123", .jt), ("1012345678901", .ems), ("9812345678901", .ems),
            ("EA123456785CN", .ems), ("DPK123456789012", .deppon), ("KY1234567890123", .kye), ("123456789012", nil), ("AB123456", nil),
        ])
    func carriers(_ number: String, _ carrier: Carrier?) throws {
        #expect(try Waybill(number).carrier == carrier)
    }

    @Test("each number is of one carrier at most")
    func oneCarrier() throws {
        var generator = SystemRandomNumberGenerator()
        for prefix in ["SF", "JD", "JDV", "YT", "JT", "DPK", "KY", "78", "77", "43", "10", "98", ""] {
            for length in 9...15 {
                let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
                guard let waybill = try? Waybill(prefix + digits) else { continue }
                #expect(waybill.carrier == (try Waybill("\(waybill)".lowercased())).carrier)
            }
        }
    }

    @Test(
        "gaps, hyphens, full width and small letters do not matter",
        arguments: ["sf 1234-5678 90123", "ＳＦ１２３４５６７８９０１２３", " SF1234567890123\n"])
    func writing(_ text: String) throws {
        #expect(try Waybill(text).number == "SF1234567890123")
    }

    @Test("the check digit of a postal item is reckoned: any other digit is refused")
    func checkDigit() {
        for digit in 0...9 {
            let isRight = (try? Waybill("EA12345678\(digit)CN")) != nil
            #expect(isRight == (digit == 5))
        }
        #expect(throws: WaybillError.wrongCheckDigit("ea213456785cn")) { try Waybill("ea213456785cn") }
    }

    @Test(
        "what is no number is refused",
        arguments: ["", "SF12", "顺丰快递单号一二三", "ABCDEFGH", "SF1234567890_", String(repeating: "1", count: 41)])
    func none(_ text: String) {
        #expect(throws: WaybillError.notOne(text)) { try Waybill(text) }
    }
}
