import GRDB
import Records
import Testing

@testable import Catalogue

@Suite
struct SearchBehaviourTests {
    private let archive: SearchArchive

    init() throws {
        archive = try SearchArchive()
        try archive.file([
            Paper(
                number: "HT-2024/013（补）", title: "华星大厦中央空调维修合同", party: "华为技术有限公司", amount: 12_800_000,
                signed: ("2024-03-01", "2024-03-01"),
                handler: "陈国清", state: .inForce, body: "甲方委托乙方维修中央空调。\n合\n同期限一年。"),
            Paper(
                type: "quote", number: "02091-C-71", title: "水泵报价", party: "上海水务集团", amount: 5_000_000,
                signed: ("2023-01-01", "2023-12-31"),
                state: .drafting, body: "消防水泵三台，見附件。Panasonic DMR-EH75V 兼容。"),
            Paper(
                type: "tender", number: "1314/03/FV", title: "安防监控投标文件", party: "华为数字能源", signed: ("2022-05-20", "2022-05-20"),
                body: "空调不在范围内，维修另计。"),
            Paper(number: "HT-2024-0132", title: "保养合同", confidentiality: .secret, body: "空调机组保养，秘密。"),
        ])
    }

    @Test(
        "Width, case, script and gaps make no difference",
        arguments: [
            ("中央空调", [1]), ("中央空調", [1]), ("中 央 空 调", [1]), ("合同期限", [1]), ("見附件", [2]), ("见附件", [2]), ("ｐａｎａｓｏｎｉｃ", [2]), ("panas", [2]),
            ("dmr-eh75v", [2]), ("DMREH75V", [2]), ("ＤＭＲ", [2]),
        ])
    func makesNoDifference(_ query: String, _ rows: [Int64]) throws {
        #expect(try archive.rows(query) == rows)
    }

    @Test(
        "Contract numbers are found whole and by prefix, and an exact one is first",
        arguments: [
            ("HT-2024/013（补）", [1]), ("HT-2024/013(补)", [1]), ("HT-2024/013", [1, 4]), ("ht2024013", [4, 1]), ("HT-2024", [4, 1]),
            ("02091-C-71", [2]), ("02091", [2]),
            ("02091-C", [2]), ("1314/03/FV", [3]), ("1314/03", [3]), ("1314", [3]), ("编号:HT-2024-0132", [4]), ("HT-2024-0132", [4]),
            ("2024", [4, 1]),
        ])
    func numbers(_ query: String, _ rows: [Int64]) throws {
        #expect(Set(try archive.rows(query)) == Set(rows))
        #expect(try archive.rows(query).first == rows.first)
    }

    @Test(
        "Operators and fields combine",
        arguments: [
            ("空调 维修", [1, 3]), ("空调 -安防", [1, 4]), ("水泵 OR 安防", [2, 3]), ("\"空调维修\"", [1]), ("空调 类型:合同", [1, 4]),
            ("type:contract", [1, 4]),
            ("客户:华为", [1, 3]), ("客户:\"华为技术\"", [1]), ("金额:>=10万", [1]), ("amount:50000", [2]), ("金额:1万..20万", [1, 2]),
            ("签订:2022..2023", [2, 3]),
            ("signed:2023-06", [2]), ("经办:国清", [1]), ("status:in_force", [1]), ("状态:履行中 空调", [1]), ("-类型:合同", [2, 3]),
            ("类型:报价 OR 安防", [2, 3]), ("", [1, 2, 3, 4]),
            ("标题:保养", [4]), ("空", [1, 3, 4]), ("甲方委托", [1]), ("方委", [1]), ("机组 保养", [4]), ("密级:秘密", [4]),
        ])
    func combine(_ query: String, _ rows: [Int64]) throws {
        #expect(try archive.rows(query).sorted() == rows)
    }

    @Test("The title is above the body, a phrase above scattered words")
    func ranks() throws {
        try archive.file([
            Paper(title: "甲", body: "舞台 音响 灯光"), Paper(title: "乙", body: "音响在舞台边，灯光在后。"), Paper(title: "舞台音响", body: "灯光"),
            Paper(title: "舞台 灯光 音响", body: ""),
        ])
        #expect(try archive.rows("舞台 音响 灯光") == [8, 5, 7, 6])
    }

    @Test("A question that no document holds whole finds those that hold most of it, marked as such")
    func relaxes() throws {
        let answer = try archive.search("中央空调由谁来维修？")
        #expect(answer.relaxed)
        #expect(answer.hits.first?.row == 1)
        #expect(answer.hits.allSatisfy { !$0.matchedAll })
        #expect(answer.total >= answer.hits.count)
        #expect(try archive.search("类型:报价 中央空调由谁来维修？").hits.allSatisfy { $0.row == 2 })
        #expect(try archive.search("空调 水泵").relaxed)
    }

    @Test("Words of one field hold also where others are passed over")
    func fieldsHold() throws {
        for query in ["客户:上海水务 中央空调由谁来维修 水泵", "标题:水泵 空调 维修", "编号:02091 空调 水泵"] {
            let hits = try archive.search(query).hits
            #expect(hits.allSatisfy { $0.row == 2 }, "\(query): \(hits.map(\.row))")
        }
        #expect(try archive.rows("空调 客户:无此客户").isEmpty)
        #expect(try archive.search("编号:02091 水泵 维修").hits.map(\.row) == [2])
    }

    @Test(
        "What is found whole, stands in quotation marks or is a number by itself brings nothing else",
        arguments: ["中央空调", "\"中央空调由谁来维修\"", "HT-2024-9999", "空调 -安防 类型:合同", "HT-2024/013（补）"])
    func staysStrict(_ query: String) throws {
        #expect(try !archive.search(query).relaxed)
        #expect(try archive.search(query).hits.allSatisfy { $0.matchedAll })
    }

    @Test("Facets count all hits, not only those of the page")
    func facets() throws {
        let answer = try archive.search("", limit: 1)
        #expect(answer.total == 4 && answer.hits.count == 1)
        #expect(
            answer.facets.types == [.init(value: "contract", count: 2), .init(value: "quote", count: 1), .init(value: "tender", count: 1)])
        #expect(answer.facets.years.map(\.value) == [2024, 2023, 2022])
        #expect(answer.facets.states.map(\.value) == ["drafting", "in_force"])
        #expect(answer.facets.parties.count == 3)
    }

    @Test("Hits are sorted by date or amount, those without one last, and pages follow each other")
    func sorts() throws {
        #expect(try archive.rows("", order: .signed(ascending: true)) == [3, 2, 1, 4])
        #expect(try archive.rows("", order: .signed(ascending: false)) == [1, 2, 3, 4])
        #expect(try archive.rows("", order: .amount(ascending: false)) == [1, 2, 4, 3])
        #expect(try archive.rows("", order: .filed(ascending: true)) == [1, 2, 3, 4])
        let pages = try (0..<4).flatMap { try archive.search("", limit: 1, offset: $0).hits.map(\.row) }
        #expect(pages == [4, 3, 2, 1])
    }

    @Test("A snippet is the original text, and says where the words are")
    func snippets() throws {
        let hit = try #require(try archive.search("見附件 水泵").hits.first)
        let snippet = try #require(hit.snippets.first { $0.source == .body })
        let scalars = Array(snippet.text.unicodeScalars)
        #expect(snippet.text.contains("見附件"))
        #expect(snippet.highlights.map { String(String.UnicodeScalarView(scalars[$0])) } == ["水泵", "見附件"])
        let gap = try #require(try archive.search("合同期限").hits.first?.snippets.first { $0.source == .body })
        #expect(gap.highlights.map { String(String.UnicodeScalarView(Array(gap.text.unicodeScalars)[$0])) } == ["合\n同期限"])
    }

    @Test("What the reader may not see enters neither hits nor counts")
    func scope() throws {
        #expect(try archive.rows("空调", scope: SearchScope(secrets: .none)).sorted() == [1, 3])
        #expect(try archive.search("", scope: SearchScope(secrets: .none)).total == 3)
        #expect(try archive.rows("空调", scope: SearchScope(secrets: .only([4]))).sorted() == [1, 3, 4])
        #expect(try archive.rows("空调", scope: SearchScope(secrets: .only([3]))).sorted() == [1, 3])
        #expect(try archive.search("保养", scope: SearchScope(secrets: .none)).facets.types.isEmpty)
    }

    @Test("A withdrawn document leaves every search, and changes are seen at once")
    func changes() throws {
        #expect(try archive.rows("水泵") == [2])
        try archive.change { db, sequence in
            try db.execute(sql: "UPDATE documents SET withdrawn = 1, changed_sequence = ? WHERE row = 2", arguments: [sequence])
        }
        #expect(try archive.rows("水泵") == [])
        try archive.change { db, sequence in
            try db.execute(
                sql: "UPDATE documents SET withdrawn = 0, type = 'contract', changed_sequence = ? WHERE row = 2", arguments: [sequence])
        }
        #expect(try archive.rows("水泵 类型:合同") == [2])
    }
}
