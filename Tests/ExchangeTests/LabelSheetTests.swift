import Exchange
import Foundation
import Records
import Testing

@Suite("R-20: labels are read back by scanners and by cameras")
struct LabelSheetTests {
    @Test("each code stands on its label twice and is read as it is, on as many sheets as it takes", arguments: [1, 24, 25])
    func readBack(_ count: Int) throws {
        let codes = (0..<count).map { "O7K3M9QXT2V\(String(format: "%02d", $0))" }
        let sheet = LabelSheet(
            title: Phrase("原件标签", "Labels"),
            labels: codes.map { LabelSheet.Label(code: $0, lines: ["青禾广场中央空调设备供货及安装合同（含补充协议）", "HT-2026-0001", "第 1 份，共 2 份", $0]) },
            created: Papers.moment)
        let pdf = try sheet.pdf(.chinese)
        let pages = try Tool.output("pdfinfo", on: pdf)
        #expect(pages.contains("Pages:           \(count > 24 ? 2 : 1)"), "\(pages)")
        let script =
            "pdftoppm -r 200 -png \"$1\" \"$1\" && zbarimg --nodbus --quiet --raw -Sdisable -Scode128.enable -Sqrcode.enable \"$1\"*.png 2>/dev/null"
        let read = try Tool.output("bash", ["-c", script, "labels"], on: pdf).split(separator: "\n").map(String.init)
        #expect(Dictionary(grouping: read, by: \.self).mapValues(\.count) == Dictionary(uniqueKeysWithValues: codes.map { ($0, 2) }))
    }

    @Test("a label without a code that can be drawn is refused")
    func refused() {
        let sheet = LabelSheet(
            title: Phrase("标签", "Labels"), labels: [.init(code: "", lines: [])], created: Papers.moment)
        #expect(throws: ExchangeError.self) { try sheet.pdf(.chinese) }
    }
}
