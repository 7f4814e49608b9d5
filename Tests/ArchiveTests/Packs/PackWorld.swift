import Archive
import Records
import Testing

/// An archive with a dossier of a new installation, somebody who hands over and somebody who takes over.
final class PackWorld: Sendable {
    let scratch: Scratch
    let archive: LocalArchive
    let clock = TestClock()
    let dossier: DossierID
    let giver: Actor
    let receiver: Actor

    init() async throws {
        scratch = try Scratch()
        archive = try scratch.archive(.init(clock: clock))
        dossier = try await archive.carryOut(OpenDossier(title: "青禾广场空调安装", party: "青禾置业", template: "新装工程"), as: .operator).id
        giver = try await Self.account(in: archive, "陈国清", [.salesAssistant], "销售部")
        receiver = try await Self.account(in: archive, "周客", [.customerService], "客服部")
    }

    private static func account(in archive: LocalArchive, _ name: String, _ roles: [Role], _ department: String?) async throws -> Actor {
        .account(try await archive.carryOut(SetAccount(named: name, roles: roles, open: true, department: department), as: .operator).id)
    }

    func account(_ name: String, _ roles: [Role], _ department: String?) async throws -> Actor {
        try await Self.account(in: archive, name, roles, department)
    }

    @discardableResult
    func file(_ type: String, _ title: String, _ change: (inout MetadataWords) -> Void = { _ in }) async throws -> DocumentID {
        var filing = Filing(try scratch.file("\(title).txt", title), type: type, party: "青禾置业", title: title)
        change(&filing.words)
        let document = try await archive.file(filing, by: .operator).document.id
        try await archive.carryOut(LinkDocuments([document], to: dossier, home: true), as: .operator)
        return document
    }

    func newVersion(of document: DocumentID) async throws {
        let files = [IncomingFile(name: nil, role: .main, source: .path(try scratch.file("新.txt", "改过的")))]
        _ = try await archive.makeVersion(NewVersion(of: document, files: files, reason: "改过"), by: .operator)
    }

    func make() async throws -> PackID { try await archive.carryOut(MakePack(dossier, for: "客服"), as: giver).pack.id }

    /// A pack whose first edition is issued.
    func issued() async throws -> PackID {
        let pack = try await make()
        try await answerAll(of: pack)
        _ = try await archive.carryOut(IssuePack(pack), as: giver)
        return pack
    }

    func fill(_ pack: PackID, _ item: String, _ kind: PackMark.Kind?, _ text: String?, by: CivilDate? = nil) async throws {
        try await archive.carryOut(FillPackItem(pack, item, kind, text, by: by), as: giver)
    }

    /// Says something of all that is missing: drawings come later.
    func answerAll(of pack: PackID) async throws {
        for (code, item) in try await items(of: pack) where item.state == .missing {
            if code == "drawings" {
                try await fill(pack, code, .promised, "设计院未出图", by: CivilDate("2026-12-31"))
            } else {
                try await fill(pack, code, .words, "见合同")
            }
        }
    }

    /// What the next edition would have, by code.
    func items(of pack: PackID) async throws -> [String: PackItemView] {
        let view = try await archive.ask(ShowPack(pack, draft: true), as: giver)
        return Dictionary(uniqueKeysWithValues: view.checklist.map { ($0.code, $0) })
    }

    func refusal(_ change: some Change, as actor: Actor) async -> ArchiveError? {
        do throws(ArchiveError) { _ = try await archive.carryOut(change, as: actor) } catch { return error }
        return nil
    }

    func refusal(_ question: some Question, as actor: Actor) async -> ArchiveError? {
        do throws(ArchiveError) { _ = try await archive.ask(question, as: actor) } catch { return error }
        return nil
    }
}
