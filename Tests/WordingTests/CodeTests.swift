import Foundation
import Records
import Samples
import Testing
import Wording

@Suite("Each closed list has a name for every code, in both languages, in one place")
struct CodeTests {
    private struct Member: CustomTestStringConvertible {
        let list: any Code.Type
        let code: String
        let phrase: Phrase

        var testDescription: String { "\(list).\(code)" }
    }

    private static func members(of list: (some Code).Type) -> [Member] {
        list.allCases.map { Member(list: list, code: $0.rawValue, phrase: $0.phrase) }
    }

    private static let lists = Codes.all.map { members(of: $0) }

    @Test("none is empty, none is a code, and no two of one list have the same", arguments: lists.indices)
    func names(_ index: Int) {
        let members = Self.lists[index]
        for member in members {
            #expect(member.phrase.chinese.unicodeScalars.contains { $0.value > 0x2E80 }, "\(member.testDescription)")
            #expect(!member.phrase.english.isEmpty && !member.phrase.english.contains("_"), "\(member.testDescription)")
        }
        #expect(Set(members.map(\.phrase.chinese)).count == members.count && Set(members.map(\.phrase.english)).count == members.count)
    }

    @Test("a value is understood by its code and by either name, whatever the case", arguments: lists.indices)
    func words(_ index: Int) {
        func understood<List: Code>(_ list: List.Type) {
            for value in List.allCases {
                for word in [value.rawValue, value.phrase.chinese, value.phrase.english, value.phrase.english.uppercased()] {
                    #expect(List(word: word)?.rawValue == value.rawValue, "\(list) \(word)")
                }
            }
        }
        understood(Codes.all[index])
    }

    @Test("a fact is understood by its code, its name and what it says (R-30)", arguments: ["framework", "是否框架合同", "框架合同"])
    func facts(_ word: String) { #expect(StandardFact(word: word)?.rawValue == "framework") }

    @Test("a reason of reading has a name, also with the name of a program behind it")
    func reasons() {
        #expect(ReadingProblem.phrase(of: "reader_missing: catdoc").chinese == "缺少读取它的程序（catdoc）")
        #expect(ReadingProblem.phrase(of: "not_confined: landlock failed here").chinese == "读取程序没有隔离，不能用")
    }

    @Test("a state is understood by what people say besides its name (R-9)")
    func synonyms() {
        #expect(DocumentState(word: "执行中") == .inForce)
        #expect(DocumentState(word: "under review") == .underReview)
        #expect(DocumentState(word: "从未听说") == nil)
    }

    @Test("docs/errors.md names what checks of the store find, in the words of the findings")
    func findings() throws {
        let page = try Checkout.text(of: "docs/errors.md")
        for finding in StorageFinding.allCases {
            #expect(page.contains("| \(finding.rawValue) | \(finding.phrase.english) |"), "\(finding.rawValue)")
        }
    }

    @Test("each event type has a name in both languages that is no code")
    func events() {
        for kind in EventRegistry.kinds {
            #expect(kind.title.chinese.unicodeScalars.contains { $0.value > 0x2E80 } && !kind.title.english.contains("."), "\(kind)")
        }
    }
}
