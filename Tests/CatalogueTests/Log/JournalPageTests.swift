import Foundation
import Records
import Samples
import Testing

@testable import Catalogue

/// `docs/journal.md` is all that an heir may have: what it says of events is held against the registry and what becomes of them.
@Suite("docs/journal.md says how events add up")
struct JournalPageTests {
    private struct Row {
        let type: String
        let title: String
        let subject: String
        let effect: String
    }

    private static func rows() throws -> [Row] {
        let page = try Checkout.text(of: "docs/journal.md")
        return page.matches(of: /\| `([a-z-]+\.[a-z-]+\/\d+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|/).map {
            Row(type: String($0.1), title: String($0.2), subject: String($0.3), effect: String($0.4))
        }
    }

    @Test("each type of the registry has its row, in the registry's words")
    func types() throws {
        let rows = try Self.rows()
        #expect(rows.map(\.type).sorted() == EventRegistry.kinds.map(\.type).sorted())
        for row in rows { #expect(EventRegistry.kind(row.type)?.title.english == row.title, "\(row.type)") }
    }

    @Test("what it does is one of five words, and nothing for exactly those that change no row")
    func effects() throws {
        for row in try Self.rows() {
            let word = row.effect.prefix { $0.isLetter }
            #expect(["begins", "adds", "replaces", "ends", "nothing"].contains(word), "\(row.type): \(row.effect)")
            let sample = try #require(EventRegistry.kind(row.type)?.sample)
            #expect((word == "nothing") == (sample is any ProjectedToNothing), "\(row.type)")
        }
    }

    private static let words: [Character: String] = [
        DocumentKind.letter: "document", PartyKind.letter: "party", DossierKind.letter: "dossier", HoldKind.letter: "hold",
        AccountKind.letter: "account", BatchKind.letter: "batch", SiteKind.letter: "site", OriginalKind.letter: "original",
        PackKind.letter: "pack", TransmittalKind.letter: "transmittal",
    ]

    @Test("each letter of the identifiers in a header is explained")
    func letters() throws {
        let page = try Checkout.text(of: "docs/journal.md")
        for (letter, word) in Self.words { #expect(page.contains("`\(letter)` \(word)"), "\(letter)") }
    }

    /// The words for what a header names; evidence is a document.
    private static func names(_ subjects: [String]) -> Set<String> { Set(subjects.compactMap { $0.first.flatMap { words[$0] } }) }

    private static func said(_ cell: some StringProtocol) -> Set<String> {
        Set(words.values.filter { cell.contains($0) || ($0 == "document" && cell.contains("evidence")) })
    }

    @Test("what stands before a semicolon is always named in the header, what stands behind it sometimes, and nothing else ever")
    func subjects() throws {
        for row in try Self.rows() {
            let parts = row.subject.split(separator: ";")
            let named = Self.names(try #require(EventRegistry.kind(row.type)?.sample.subjects))
            let always = parts.first.map(Self.said) ?? []
            #expect(named.isSuperset(of: always) && named.isSubset(of: Self.said(row.subject)), "\(row.type): \(row.subject), \(named)")
            #expect((row.subject == "–") == named.isEmpty, "\(row.type)")
        }
    }

    @Test("a hold's header names its scope where that is a document, a dossier or a party")
    func holds() throws {
        let scopes: [(HoldScope, Set<String>)] = [
            (.document(.sample), ["hold", "document"]), (.dossier(.sample), ["hold", "dossier"]), (.party(.sample), ["hold", "party"]),
            (.recordClass("XS"), ["hold"]), (.frozenQuery("x", [.sample]), ["hold"]), (.standingQuery("x"), ["hold"]),
        ]
        let row = try #require(try Self.rows().first { $0.type == HoldPlaced.type })
        for (scope, names) in scopes {
            let placed = HoldPlaced(hold: .sample, scope: scope, reason: "诉讼", authority: "法院")
            #expect(Self.names(placed.subjects) == names && names.isSubset(of: Self.said(row.subject)), "\(scope)")
        }
    }
}
