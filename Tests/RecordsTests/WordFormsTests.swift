import Records
import Testing

@Suite("R-49: words that are to go are found in whatever form people write them")
struct WordFormsTests {
    @Test(
        "wide or narrow, composed or not, large or small, with signs in between that nobody sees",
        arguments: [
            ("１１０１", "1101"), ("ｶﾞｷﾞ", "ガギ"), ("か\u{3099}き\u{3099}", "がぎ"), ("straße", "STRASSE"), ("ΣΑΣ", "σας"),
            ("e\u{301}te\u{301}", "ÉTÉ"),
            ("e\u{200B}vil", "evil"), ("A\u{AD}B", "ab"), ("葛\u{E0100}飾", "葛飾"), ("㈱北方", "(株)北方"), ("⽅⽅", "方方"),
        ])
    func forms(one: String, other: String) {
        for (text, words) in [(one, other), (other, one)] {
            #expect("前\(text)后".replacing(anyForm: words, by: "□") == "前□后", "\(words) in \(text)")
        }
    }

    @Test("a sign with a mark is another sign", arguments: [("ガス", "カス"), ("naïve", "nai"), ("é", "e")])
    func others(text: String, words: String) { #expect(!text.contains(anyForm: words)) }
}
