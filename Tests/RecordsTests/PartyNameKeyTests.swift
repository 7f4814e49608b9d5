import Records
import Testing

@Suite("Names of parties are alike however they are written")
struct PartyNameKeyTests {
    @Test(
        "wide and narrow, blanks, brackets, and the ways to write a legal form",
        arguments: [
            ("青禾置业有限公司", "青禾置业有限责任公司"), ("青禾（福州）置业有限公司", "青禾(福州)置业 有限公司"), ("ＡＢＢ中国", "abb 中国"),
            ("青禾集团股份有限公司", "青禾集团股份公司"), ("A.B.B. Ltd.", "ABB LTD"),
        ])
    func alike(_ one: String, _ other: String) {
        #expect(PartyNameKey(of: one).alike == PartyNameKey(of: other).alike)
    }

    @Test("the core has no legal form, and is never empty")
    func core() {
        #expect(PartyNameKey(of: "青禾置业有限责任公司").core == "青禾置业")
        #expect(PartyNameKey(of: "青禾置业集团有限公司").core == "青禾置业")
        for name in ["有限公司", "公司", "集团有限公司", "！", "Ltd"] { #expect(!PartyNameKey(of: name).core.isEmpty, "\(name)") }
        #expect(PartyNameKey(of: "青禾置业").core != PartyNameKey(of: "青禾商业").core)
    }
}
