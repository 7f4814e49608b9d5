import Exchange
import Records
import Samples

/// Forms to be written, of an invented company.
enum Papers {
    static let moment = Timestamp("2026-11-23T08:15:30.250Z") ?? Timestamp(milliseconds: 1)
    static let day = CivilDate(daysSince1970: 20_000)

    static func amount(_ hundredths: Int64, _ currency: String = "CNY") -> Cell {
        Amount(hundredths: hundredths, currency: currency).map { .amount($0) } ?? .empty
    }

    static let columns = [
        Column(Phrase("序号", "No."), weight: 2, alignment: .center), Column(Phrase("档号", "Number"), weight: 5),
        Column(Phrase("题名", "Title"), weight: 9), Column(Phrase("金额", "Amount"), weight: 4, alignment: .trailing),
        Column(Phrase("到期日", "Due"), weight: 4, alignment: .center),
    ]

    static func table(rows: Int) -> Table {
        let titles = ["青禾广场中央空调设备供货及安装合同", "云栖酒店维保合同", "Supplement 2 to the contract with Linjiang Garden", "东港码头办公楼验收单"]
        return Table(
            title: Phrase("销毁清册", "Disposal list"), columns: columns,
            rows: (0..<rows).map { row in
                [
                    .number(row + 1), .text("HT-2013-\(1000 + row)"), .text(titles[row % 4]), amount(Int64(row) * 1_234_567),
                    .date(day.adding(days: row)),
                ]
            }, totals: [.text("合计"), .empty, .empty, amount(128_000_000), .empty])
    }

    /// A table of one text.
    static func table(of text: String) -> Table {
        Table(title: Phrase(text, text), columns: [Column(Phrase(text, text)), Column(Phrase("乙", "B"))], rows: [[.text(text), .empty]])
    }

    static let signOff = SignOff(person: "陈思远", account: "chen", time: moment, offset: 8 * 3600, digest: .sample)

    static func form(_ orientation: PrintedForm.Orientation = .portrait, rows: Int, more: [PrintedForm.Block] = []) -> PrintedForm {
        PrintedForm(
            orientation: orientation, title: Phrase("档案销毁清册", "Disposal list"), subtitle: "批次 B-7K3M-9QXT-2VHT",
            footer: "B-7K3M-9QXT-2VHT · \(ContentDigest.sample)", created: moment,
            blocks: [
                .facts([
                    PrintedForm.Fact(Phrase("全宗名称", "Fonds"), "青禾机电设备有限公司"),
                    PrintedForm.Fact(Phrase("销毁原因", "Reason"), "保管期限已满，经鉴定无继续保存价值（《会计档案管理办法》第十八条）"),
                ]), .table(table(rows: rows)),
            ] + more)
    }

    static let signatures = PrintedForm.Block.signatures([
        SignatureBox(role: Phrase("鉴定人", "Appraiser"), name: "陈思远", post: "档案室主任", date: day, signOff: signOff),
        SignatureBox(role: Phrase("监销人", "Supervisor"), name: "李文", post: "财务部副经理"),
        SignatureBox(role: Phrase("信息系统监销人", "Supervisor from information systems"), post: "无此岗位：公司未设信息系统部门，由行政部代行"),
    ])

    static let opinion = PrintedForm.Block.paragraph(
        heading: Phrase("鉴定意见", "Opinion"), String(repeating: "经逐件鉴定，上述档案保管期限已满，未涉诉讼，未被冻结，拟予销毁。", count: 6))
}

/// Texts that nobody would write on purpose.
enum HostileText {
    static let fixed = [
        "", " ", "\0", "=1+1", "@SUM(A1)", "\t=1", "\r\n", "a\u{202E}gnp.exe", "\u{301}\u{301}", "_x0041_", "&amp;<c/>\u{FFFE}",
        "\"\u{301}\n,;\\",
        String(repeating: "字", count: 10_000), String(repeating: "w", count: 10_000), "e" + String(repeating: "\u{301}", count: 3000),
        String(repeating: "👨‍👩‍👧‍👦", count: 200), String(repeating: "\n", count: 500), "العربية עברית हिन्दी ไทย", "\u{10FFFF}\u{E000}𠮷",
    ]

    private static let pieces: [ClosedRange<UInt32>] = [
        0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0xFF, 0x300...0x36F, 0x590...0x6FF, 0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x9FFF,
        0x4E00...0x9FFF, 0xFE00...0xFFFF, 0x1F300...0x1FAFF, 0x20000...0x2A6DF, 0xE0000...0xE01FF, 0...0x10FFFF,
    ]

    static func random(_ generator: inout SeededGenerator) -> String {
        let length = Bool.random(using: &generator) ? Int.random(in: 0...40, using: &generator) : Int.random(in: 0...600, using: &generator)
        var text = String.UnicodeScalarView()
        while text.count < length {
            guard let piece = pieces.randomElement(using: &generator) else { break }
            if let scalar = Unicode.Scalar(UInt32.random(in: piece, using: &generator)) { text.append(scalar) }
        }
        return String(text)
    }
}
