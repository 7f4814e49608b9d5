import Archive
import Disk
import Extraction
import Foundation
import Records
import SystemPackage
import Testing

/// An archive with the people of a disposal, each with a duty of their own, and a control register.
final class DisposalOffice: Sendable {
    let scratch: Scratch
    let clock = TestClock()
    let root: FilePath
    let home: FilePath
    private let identity: String
    let assistant, archivist, head, watcher, otherWatcher: Actor

    init() async throws {
        scratch = try Scratch()
        (root, home) = (scratch.folder.appending("storage"), scratch.folder.appending("home"))
        identity = try ArchiveBuilder(clock: clock).create(at: root)
        let archive = try LocalArchive(root: root, surroundings: Self.surroundings(home, identity, clock, Disk()))
        func account(_ name: String, _ roles: [Role], _ department: String) async throws -> Actor {
            .account(
                try await archive.carryOut(SetAccount(named: name, roles: roles, open: true, department: department), as: .operator).id)
        }
        assistant = try await account("陈国清", [.salesAssistant], "销售部")
        archivist = try await account("李档", [.archivist], "档案室")
        head = try await account("王总", [.head], "总经理室")
        watcher = try await account("赵财", [.finance], "财务部")
        otherWatcher = try await account("孙信", [.informationSystems], "信息部")
    }

    /// A second archivist, who comes later.
    func archivist2(_ archive: LocalArchive) async throws -> Actor {
        .account(
            try await archive.carryOut(SetAccount(named: "周档", roles: [.archivist], open: true, department: "档案室"), as: .operator).id)
    }

    static func surroundings(_ home: FilePath, _ identity: String, _ clock: TestClock, _ disk: Disk) -> LocalArchive.Surroundings {
        .withoutPages(disk, clock: clock, credentials: Credentials(home: home, disk: disk, archive: identity))
    }

    func open(_ disk: Disk = Disk(), at other: FilePath? = nil, home secrets: FilePath? = nil) throws -> LocalArchive {
        try LocalArchive(root: other ?? root, surroundings: Self.surroundings(secrets ?? home, identity, clock, disk))
    }

    /// A contract that has been free for years: ten years after the end of the year in which it was performed.
    func due(
        _ archive: LocalArchive, _ name: String, _ content: String, number: String? = nil,
        _ change: (inout MetadataWords) -> Void = { _ in }
    ) async throws -> DocumentID {
        var filing = Filing(try scratch.file(name, content), number: number, title: name)
        filing.words.class = "XS-HT-YB"
        change(&filing.words)
        let document = try await archive.file(filing, by: .operator).document.id
        try await makeDue(archive, document)
        return document
    }

    func makeDue(_ archive: LocalArchive, _ document: DocumentID) async throws {
        for (name, value) in [("performed", "2010-05-20"), ("originalKeptByFinance", "false")] {
            try await archive.carryOut(RecordFact(name, value, of: document), as: .operator)
        }
    }

    @discardableResult
    func propose(_ archive: LocalArchive, by actor: Actor? = nil) async throws -> BatchView {
        try await archive.carryOut(ProposeDisposal(by: today, reason: "保管期满"), as: actor ?? assistant)
    }

    var today: CivilDate { clock.now().date(offset: 8 * 3600) }

    /// Brings a batch to where it can be carried out.
    @discardableResult
    func ready(_ archive: LocalArchive, by actor: Actor? = nil, items: [AppraiseDisposal.Judged]? = nil) async throws -> BatchView {
        let batch = try await propose(archive, by: actor).id
        return try await goOn(archive, batch, items: items)
    }

    func goOn(_ archive: LocalArchive, _ batch: BatchID, items: [AppraiseDisposal.Judged]? = nil) async throws -> BatchView {
        let judged = AppraiseDisposal(batch, all: "destroy", items: items, opinion: "保管期满，同意")
        let digest = try await archive.carryOut(judged, as: archivist).digest
        try await archive.carryOut(SignDisposal(batch, digest: digest), as: archivist)
        try await archive.carryOut(ApproveDisposal(batch, digest: digest), as: head)
        try await archive.carryOut(SuperviseDisposal(batch, on: today), as: watcher)
        return try await archive.carryOut(SuperviseDisposal(batch, on: today), as: otherWatcher)
    }

    /// A disposal of all that is due, from beginning to end.
    @discardableResult
    func destroyAll(_ archive: LocalArchive, by actor: Actor? = nil) async throws -> BatchOutcome {
        try await archive.execute(try await ready(archive, by: actor).id, by: archivist)
    }

    func found(_ archive: LocalArchive, as actor: Actor = .operator) async throws -> [DocumentID] {
        try await archive.ask(ListDocuments(withdrawn: true), as: actor)
    }
}
