import Archive
import Catalogue
import Disk
import DiskModel
import Records
import SystemPackage
import Testing

/// One operation whose every write-side call is made to fail. A new operation takes a few lines: see ``CrashScenario/all``.
struct CrashScenario: Sendable, CustomTestStringConvertible {
    let name: String
    /// Brings the archive to where the operation begins.
    let prepare: @Sendable (LocalArchive, FilePath) async throws -> Void
    /// The operation itself.
    let perform: @Sendable (LocalArchive, FilePath) async throws -> Void
    /// Whether the archive shows that the operation happened, in full; a half-done one must throw.
    let happened: @Sendable (LocalArchive) async throws -> Bool

    var testDescription: String { name }

    static let document = try? DocumentID("D-7K3M-9QXT-2VHT")

    static let all: [CrashScenario] = [filing, filingSeveral, newVersion, edit, withdrawal, reservation]

    static let filing = CrashScenario(
        name: "filing with a new party", prepare: { _, _ in },
        perform: { archive, inbox in
            _ = try await archive.file(Filing(inbox.appending("a.txt"), number: "HT-2026-0001", party: "华为"), by: .operator)
        },
        happened: { archive in try await Self.holds(archive, count: 1, content: ["a.txt": "合同甲"]) })

    private static let filingSeveral = CrashScenario(
        name: "filing a group", prepare: { _, _ in },
        perform: { archive, inbox in
            let filings = ["a.txt", "b.txt"].map { Filing(inbox.appending($0), party: "华为") }
            for result in try await archive.fileTogether(filings, by: .operator) { _ = try result.get() }
        },
        happened: { archive in try await Self.holds(archive, count: 2, content: ["a.txt": "合同甲", "b.txt": "合同乙"]) })

    static let newVersion = CrashScenario(
        name: "new version", prepare: fileOne,
        perform: { archive, inbox in
            let files = [IncomingFile(name: nil, role: .main, source: .path(inbox.appending("b.txt")))]
            _ = try await archive.makeVersion(NewVersion(of: try await Self.only(archive).id, files: files, reason: "修订"), by: .operator)
        },
        happened: { archive in
            let document = try await Self.only(archive)
            #expect(try await Self.text(archive, document, version: 1) == "合同甲")
            guard document.version.value == 2 else { return false }
            return try await Self.text(archive, document, version: 2) == "合同乙"
        })

    static let edit = CrashScenario(
        name: "edit", prepare: fileOne,
        perform: { archive, _ in
            var words = MetadataWords()
            words.title = "新标题"
            try await archive.carryOut(EditDocument(try await Self.only(archive).id, words: words, reason: "笔误"), as: .operator)
        },
        happened: { archive in try await Self.only(archive).title == "新标题" })

    static let withdrawal = CrashScenario(
        name: "withdrawal", prepare: fileOne,
        perform: { archive, _ in try await archive.carryOut(WithdrawDocument(try await Self.only(archive).id, reason: "误归档"), as: .operator)
        },
        happened: { archive in try await Self.only(archive).withdrawn })

    private static let reservation = CrashScenario(
        name: "number", prepare: { _, _ in },
        perform: { archive, _ in try await archive.carryOut(ReserveNumber(of: "contract"), as: .operator)
        },
        happened: { archive in try await archive.ask(ListNumberGaps(of: nil), as: .operator).map(\.number) == ["HT-2026-0001"] })

    private static let fileOne: @Sendable (LocalArchive, FilePath) async throws -> Void = { archive, inbox in
        _ = try await archive.file(Filing(inbox.appending("a.txt")), by: .operator)
    }

    private static func only(_ archive: LocalArchive) async throws -> DocumentView {
        let ids = try await archive.ask(ListDocuments(withdrawn: true), as: .operator)
        return try await archive.ask(ShowDocument(try #require(ids.first)), as: .operator)
    }

    private static func text(_ archive: LocalArchive, _ document: DocumentView, version: Int) async throws -> String {
        let content = try await archive.open(ContentRequest(document: document.id, version: VersionNumber(version)), by: .operator)
        return String(decoding: try content.bytes(), as: UTF8.self)
    }

    /// Whether all of these documents are there; each that is there must be whole.
    private static func holds(_ archive: LocalArchive, count: Int, content: [String: String]) async throws -> Bool {
        let ids = try await archive.ask(ListDocuments(withdrawn: true), as: .operator)
        for id in ids {
            let document = try await archive.ask(ShowDocument(id), as: .operator)
            let name = try #require(document.version(.first)?.mainFile?.record.name.text)
            #expect(try await text(archive, document, version: 1) == content[name])
        }
        // Of a group that was not acknowledged, a power cut may leave the first documents: each stands or falls by itself.
        return ids.count == count
    }
}
