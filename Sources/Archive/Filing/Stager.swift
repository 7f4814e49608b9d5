import Disk
import Extraction
import FileStore
import Foundation
import Records
import SystemPackage
import Wording

/// Brings files into a staging folder as the OCFL object that they will be, before any lock is taken.
struct Stager: Sendable {
    let store: FileStore
    let disk: Disk
    let clock: any Clock
    let extraction: ExtractionService?
    let ownFiles: OwnFiles

    /// What is to become a version.
    struct Order: Sendable {
        let document: DocumentID
        let files: [IncomingFile]
        var moreFiles: (@Sendable () async throws -> IncomingFile?)?
        let allowEmpty: Bool
        /// Nil for a new document; else whether files of the version before stay.
        let keepsOthers: Bool?
        /// What `muniment.json` says besides the identifier.
        let description: VersionDescription
        let actor: Actor
        let message: String
        let durability: Durability
    }

    /// A version that waits in its staging folder, and what its files are.
    struct StagedVersion: Sendable {
        let sealed: SealedObject
        let files: [FileRecord]
    }

    /// Stages one version.
    ///
    /// - Throws: ``ArchiveError`` about the file that cannot be taken; the staging folder is the caller's to remove.
    func stage(_ order: Order, in change: StagedChange) async throws(ArchiveError) -> StagedVersion {
        do {
            guard !order.files.isEmpty else { throw ArchiveError(.inputMissing, ArchiveMessage.noFiles, remedy: Remedy.giveFile) }
            let object = try begin(order, in: change)
            var staged: [(IncomingName, FileRole, StagedFile)] = []
            for file in order.files {
                let name = try IncomingName(of: file)
                staged.append((name, file.role, try await bring(file, name, into: object, allowEmpty: order.allowEmpty)))
            }
            while let file = try await order.moreFiles?() {
                let name = try IncomingName(of: file)
                staged.append((name, file.role, try await bring(file, name, into: object, allowEmpty: order.allowEmpty)))
            }
            try describe(order, in: object)
            var records: [FileRecord] = []
            for (name, role, file) in staged {
                let type = try await identify(file, name)
                records.append(
                    FileRecord(
                        name: name.name, role: role, size: file.size, sha512: file.sha512, sha256: file.sha256, mediaType: type.mediaType,
                        claimedType: type.claimedType, typeProblem: type.problem, nameBytes: name.bytes))
            }
            let sealed = try object.seal(
                message: order.message, user: order.actor.description, created: clock.now(), durability: order.durability)
            if order.durability == .now { try change.makeFindable(on: disk) }
            return StagedVersion(sealed: sealed, files: records)
        } catch { throw ArchiveError.translated(error) }
    }

    private func begin(_ order: Order, in change: StagedChange) throws -> StagedObject {
        guard let keepsOthers = order.keepsOthers else { return try store.beginObject(order.document, in: change.folder) }
        let (object, inventory) = try store.beginVersion(of: order.document, in: change.folder)
        guard keepsOthers else { return object }
        let replaced = try order.files.map { try IncomingName(of: $0).name.logicalPath }
        for entry in inventory.head.files where entry.path != VersionDescription.path && !replaced.contains(entry.path) {
            try object.keep(entry)
        }
        return object
    }

    private func bring(_ file: IncomingFile, _ name: IncomingName, into object: StagedObject, allowEmpty: Bool) async throws -> StagedFile {
        var writer = try object.beginFile(name.name.logicalPath)
        switch file.source {
        case .stream(let next): while let block = try await next() { try writer.write(block) }
        default: try IncomingPath(file, disk: disk, sparing: ownFiles)?.read { try writer.write($0) }
        }
        let staged = try object.end(writer)
        guard staged.size > 0 || allowEmpty else {
            throw ArchiveError(.inputEmpty, ArchiveMessage.inputEmpty(name.name.text), remedy: Remedy.allowEmpty, subject: name.name.text)
        }
        return staged
    }

    /// What the bytes are, as a confined worker finds them (law 4); what goes wrong there never stops a filing.
    private func identify(_ file: StagedFile, _ name: IncomingName) async throws -> Identification {
        guard let extraction else { return Identification(mediaType: .unknown, problem: "no_worker") }
        return await extraction.identify(try disk.openForReading(file.location), name: name.name.text)
    }

    private func describe(_ order: Order, in object: StagedObject) throws {
        var writer = try object.beginFile(VersionDescription.path)
        try writer.write(try order.description.bytes(of: order.document))
        _ = try object.end(writer)
    }
}

/// What `muniment.json` in each version says, for whoever finds the object without its catalogue: metadata as known when that
/// version was made. Later edits are events only.
struct VersionDescription: Sendable {
    let words: Metadata
    let number: String?
    let party: String?

    static var path: LogicalPath {
        guard let path = LogicalPath("muniment.json") else { preconditionFailure("a plain name is a path") }
        return path
    }

    private struct Written: Encodable {
        let id: DocumentID
        let type: DocumentType
        let title: String
        let number: String?
        let party: String?
        let amount: Stated<Amount>?
        let signed: Stated<RoughDate>?
        let effective: Stated<RoughDate>?
        let expiry: Stated<RoughDate>?
        let handler: String?
        let `class`: String?
        let confidentiality: Confidentiality
        let state: DocumentState?
        let fields: [String: String]
        let note: String?
    }

    func bytes(of document: DocumentID) throws -> [UInt8] {
        let written = Written(
            id: document, type: words.type, title: words.title, number: number, party: party, amount: words.amount, signed: words.signed,
            effective: words.effective, expiry: words.expiry, handler: words.handler, class: words.recordClass,
            confidentiality: words.confidentiality, state: words.state, fields: words.fields, note: words.note)
        return try Self.encoded(written)
    }

    /// The form of the file, whatever it says.
    static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value)) + [10]
    }
}
