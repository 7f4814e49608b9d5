import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Samples
import Testing
import Wording

@testable import WebService

@Suite("Lists come in pages")
struct PageTests {
    @Test("every element once, in order, over as many pages as it takes, also where elements go away meanwhile")
    func pages() async throws {
        let world = try await RoutedWorld()
        for number in 0..<7 { try await world.archive.carryOut(RegisterParty(named: "客户\(number)"), as: world.actor) }
        try await world.serving { client in
            var seen: [String] = []
            var next: String? = ""
            while let cursor = next {
                let query = "limit=3" + (cursor.isEmpty ? "" : "&cursor=\(PercentText.encoded(cursor))")
                let page = try await client.execute(uri: "/api/v1/parties?\(query)", method: .get, headers: world.bearer).decoded(Page.self)
                #expect(page.items.count <= 3)
                seen += page.items.map(\.name)
                next = page.next
            }
            let all = try await world.archive.ask(ListParties(), as: world.actor).map(\.name)
            #expect(seen == all)
            #expect(all.count == 8)
        }
    }

    @Test("a list is worked off page by page, though all that a page showed goes away before the next is asked for")
    func workedOff() async throws {
        let world = try await RoutedWorld()
        let document = try DocumentID(world.document)
        for number in 0..<7 { try await world.archive.carryOut(OpenMatter(.claim, on: document, note: "\(number)"), as: world.actor) }
        let all = try await world.archive.ask(ListMatters(of: document, settled: false), as: world.actor).map(\.number)
        try await world.serving { client in
            var seen: [Int] = []
            var next: String? = ""
            while let cursor = next {
                let query = "document=\(world.document)&limit=2" + (cursor.isEmpty ? "" : "&cursor=\(PercentText.encoded(cursor))")
                let page = try await client.execute(uri: "/api/v1/matters?\(query)", method: .get, headers: world.bearer)
                    .decoded(MatterPage.self)
                for item in page.items { try await world.archive.carryOut(CloseMatter(item.number, reason: "了结"), as: world.actor) }
                seen += page.items.map(\.number)
                next = page.next
            }
            #expect(seen == all)
        }
        #expect(all.count >= 7)
        #expect(try await world.archive.ask(ListMatters(of: document, settled: false), as: world.actor).isEmpty)
    }

    @Test("what comes to stand elsewhere in a list takes nothing behind it out of the next page")
    func moved() throws {
        struct Line: Listable { let identity: String }
        let lines = (0..<500).map { Line(identity: "\($0)") }
        let cursor = try #require(Cursor(Cursor(behind: lines[..<300], list: "a").text, list: "a"))
        #expect(try cursor.place(in: lines) == 300)
        // The last one before has another day now, and so another identity, at the end.
        #expect(try cursor.place(in: Array(lines[..<299] + lines[300...]) + [Line(identity: "299 later")]) == 299)
        #expect(throws: ArchiveError.self) { try cursor.place(in: Array(lines[300...])) }
        #expect(Cursor(cursor.text, list: "b") == nil)
    }

    private struct MatterPage: Decodable {
        struct Item: Decodable { let number: Int }
        let items: [Item]
        let next: String?
    }

    @Test(
        "a page without elements, or behind a cursor that nobody gave, is refused",
        arguments: ["limit=0", "limit=-1", "limit=x", "cursor=x", "cursor=W10%3D"])
    func refused(_ query: String) async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            let answer = try await client.execute(uri: "/api/v1/parties?\(query)", method: .get, headers: world.bearer)
            #expect(answer.status == .unprocessableContent, "\(answer.text)")
        }
    }

    @Test("the journal comes in pages, each event byte for byte as it stands there, and only to whom its row names (R-53)")
    func journal() async throws {
        let world = try await RoutedWorld()
        try await world.serving { client in
            var numbers: [Int] = []
            var next: String? = "0"
            while let cursor = next {
                let answer = try await client.execute(uri: "/api/v1/log?limit=2&cursor=\(cursor)", method: .get, headers: world.bearer)
                let page = try answer.decoded(LogPage.self)
                numbers += page.items.map(\.header.seq)
                next = page.next
            }
            #expect(numbers == Array(1...numbers.count))
            #expect(numbers.count > 4)
            let some = try await client.execute(
                uri: "/api/v1/log?document=\(world.document)&type=document.filed", method: .get, headers: world.bearer)
            #expect(try some.decoded(LogPage.self).items.count == 1)
            try await world.archive.carryOut(SetAccount(named: "陈国清", roles: [.salesperson], open: true), as: .operator)
            let refused = try await client.execute(uri: "/api/v1/log", method: .get, headers: world.bearer)
            #expect(refused.status == .forbidden)
        }
    }

    private struct Page: Decodable {
        struct Item: Decodable { let name: String }
        let items: [Item]
        let next: String?
    }

    private struct LogPage: Decodable {
        struct Item: Decodable { let header: Header }
        struct Header: Decodable { let seq: Int }
        let items: [Item]
        let next: String?
    }
}
