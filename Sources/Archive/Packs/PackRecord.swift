import Foundation
import Records

/// A pack as programs read it: `pack.json`, whose form is `pack.schema.json` beside it.
struct PackRecord: Encodable {
    /// The name of this form, and its version.
    let form = "muniment-pack/1"
    /// The identity of the archive that it comes from.
    let archive: String
    let exportedOn: String
    let pack: PackLine
    let edition: Int
    /// The edition that holds in place of this one, at the time of the export.
    let supersededBy: Int?
    let participants: String?
    let isWithheld: Bool
    let checklist: [Item]

    /// An item of the checklist.
    struct Item: Encodable {
        let code: String
        let name: Phrase
        let state: DossierItemView.State
        let text: String?
        let by: String?
        let rejected: String?
        let documents: [Document]
    }

    /// A version of a document.
    struct Document: Encodable {
        let id: DocumentID
        let type: DocumentType?
        let number: String?
        let title: String
        let version: VersionNumber
        let destroyedOn: String?
        let files: [File]
    }

    /// A file of it; without a path its bytes are not here.
    struct File: Encodable {
        let name: String
        let path: String?
        let size: Int64
        let mediaType: String
        let sha256: String
        let sha512: String
        /// The day on which its bytes were destroyed.
        let redactedOn: String?
    }

    init(_ contents: PackContents, of archive: String) {
        let view = contents.view
        (self.archive, exportedOn, pack) = (archive, contents.today.description, view.pack)
        (edition, supersededBy, participants) = (view.edition ?? 0, view.supersededBy, view.participants)
        isWithheld = contents.isWithheld
        checklist = view.checklist.map { item in
            Item(
                code: item.code, name: item.name, state: item.state, text: item.text, by: item.by, rejected: item.rejected,
                documents: item.documents.map { Document($0, contents) })
        }
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [10]
    }
}

extension PackRecord.Document {
    fileprivate init(_ packed: PackedDocument, _ contents: PackContents) {
        self.init(
            id: packed.id, type: contents.types[packed.id], number: packed.number, title: packed.title, version: packed.version,
            destroyedOn: packed.destroyedOn,
            files: (contents.files[packed.id] ?? []).map { file in
                PackRecord.File(
                    name: file.record.name.text, path: file.path.map { "data/\($0)" }, size: file.size,
                    mediaType: file.record.mediaType.text, sha256: file.sha256.hex, sha512: file.sha512.hex, redactedOn: file.redacted?.on)
            })
    }
}
