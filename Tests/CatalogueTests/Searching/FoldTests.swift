import Samples
import Testing

@testable import Catalogue

@Suite
struct FoldTests {
    @Test(
        "Width, case, script, dashes and gaps between Chinese characters make no difference",
        arguments: [
            ("ＨＴ－２０２４／０１３（补）", "ht-2024/013(补)"), ("合　同\t编 號", "合同编号"), ("合同\n編號", "合同编号"), ("合同\r\n編號", "合同编号"),
            ("㎡ ㈱ ℃", "m2 (株) °c"), ("Straße ΟΔΟΣ", "strasse οδοσ"), ("e\u{301}\u{AD}té", "été"), ("2024–2025—一", "2024-2025-一"),
            ("ﾊﾟﾅｿﾆｯｸ", "パナソニック"),
            ("裏面 憑藉 乾燥 衞生", "里面凭借干燥卫生"), ("空\u{200B}调", "空调"), ("Ａ　Ｂ", "a b"), ("", ""),
        ])
    func folds(_ text: String, _ expected: String) {
        #expect(Array(Fold.string(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("Blank lines and the signs that part cells and pages stay", arguments: ["合同\n\n编号", "合同\u{0C}编号", "合同\u{1F}编号", "合同\n \n编号"])
    func keepsBoundaries(_ text: String) {
        #expect(!Fold.string(text).contains("同编"))
    }

    @Test("Folding twice changes nothing more")
    func isIdempotent() {
        var random = TextGenerator(seed: 7)
        for _ in 0..<400 {
            let once = Fold.string(random.wild())
            #expect(Array(Fold.string(once).unicodeScalars) == Array(once.unicodeScalars), "seed 7: \(once.debugDescription)")
        }
    }

    @Test("Each variant of the table folds to a character that folds to itself")
    func variantsAreFinal() {
        for scalar in UInt32(0x3400)...0x9FFF {
            let folded = Variants.table.simplified(scalar)
            #expect(Variants.table.simplified(folded) == folded)
        }
    }

    @Test("A range of the folded text names the original characters it came from")
    func tracesBack() {
        let text = "甲方：ＡＢＣ公 司\n（以下）"
        let original = Array(text.unicodeScalars)
        let folded = Fold.traced(text)
        let start = folded.scalars.firstIndex(of: 0x516C) ?? 0
        let range = folded.original(start..<(start + 2))
        #expect(String(String.UnicodeScalarView(original[range])) == "公 司")
        #expect(folded.original(3..<6) == 3..<6)
    }

    @Test("The places that a folded text came from never go back, and lie within the original")
    func tracesInOrder() {
        var random = TextGenerator(seed: 41)
        for _ in 0..<400 {
            let text = random.wild() + "合\u{301}同" + random.dense(8)
            let folded = Fold.traced(text)
            #expect(folded.length == text.unicodeScalars.count)
            #expect(zip(folded.origins, folded.origins.dropFirst()).allSatisfy { $0 <= $1 }, "seed 41: \(text.debugDescription)")
            #expect(folded.origins.allSatisfy { (0..<Int32(folded.length)).contains($0) }, "seed 41: \(text.debugDescription)")
            #expect(folded.scalars == Fold.scalars(text))
        }
    }
}

/// Random texts of many scripts, the same for the same seed.
struct TextGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Any characters at all.
    mutating func wild() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
            0x1E00...0x206F,
            0x2100...0x23FF, 0x2E80...0x30FF, 0x3200...0x33FF, 0x4E00...0x9FFF, 0xAC00...0xD7FB, 0xF900...0xFAFF, 0xFE00...0xFFEF,
            0x1F300...0x1F6FF,
            0x20000...0x20FFF, 0xE0100...0xE01EF,
        ]
        return text(number(0..<60)) { generator in
            ranges[Int.random(in: 0..<ranges.count, using: &generator)]
        }
    }

    /// A few characters only, so that parts recur: Chinese with Latin, figures, gaps and marks.
    mutating func dense(_ length: Int) -> String {
        let symbols = Array("甲乙方法合同合同甲乙方法書书 \n，。ab1-A／")
        return String((0..<length).map { _ in symbols[number(0..<symbols.count)] })
    }

    private mutating func text(_ length: Int, _ range: (inout SeededGenerator) -> ClosedRange<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        while view.count < length {
            if let scalar = Unicode.Scalar(UInt32.random(in: range(&random), using: &random)) { view.append(scalar) }
        }
        return String(view)
    }
}
