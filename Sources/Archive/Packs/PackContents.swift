import Catalogue
import Exchange
import Records
import Wording

/// What goes into the file of a pack: its documents' files with their places in the bag, as the reader may have them.
struct PackContents: Sendable {
    /// A file of a document.
    struct File: Sendable {
        let document: DocumentID
        let version: VersionNumber
        let record: FileRecord
        /// Below `data/`; nil where its bytes were redacted.
        let path: String?
        /// What became of its bytes, as they were issued; nil where they are there.
        let redacted: RedactedView?

        /// Of the bytes that were issued.
        var size: Int64 { redacted?.content.size ?? record.size }
        var sha256: ContentDigest { redacted?.content.sha256 ?? record.sha256 }
        var sha512: ContentDigest { redacted?.content.sha512 ?? record.sha512 }
    }

    let view: PackView
    /// Of the documents that are there, by document; none of what was destroyed.
    let files: [DocumentID: [File]]
    let types: [DocumentID: DocumentType]
    /// The contracts' numbers.
    let numbers: [String]
    /// Whether anything that belongs in it is not in it because the reader may not have it.
    let isWithheld: Bool
    let made: Timestamp
    let today: CivilDate

    /// - Throws: ``ArchiveError`` `.stateWrong` where no edition was issued.
    init(of pack: PackID, edition: Int?, _ reading: Reading) throws {
        guard let edition = try edition ?? reading.known(pack).newest else {
            throw ArchiveError(.stateWrong, PackMessage.notIssued("\(pack)"), subject: "\(pack)")
        }
        view = try reading.edition(edition, shownOf: pack)
        var (names, files, types, numbers, isHidden) = (
            SafeNames(), [DocumentID: [File]](), [DocumentID: DocumentType](), [String](), false
        )
        for (index, item) in view.checklist.enumerated() {
            let folder = "documents/\(index < 9 ? "0" : "")\(index + 1)-\(SafeNames.safe(item.name.chinese))/"
            for packed in item.documents where packed.destroyedOn == nil && files[packed.id] == nil {
                // Withdrawn ones stay in the editions that they are in; restricted ones are in none (R-49).
                guard try reading.restriction(of: packed.id) == nil, let document = try reading.document(packed.id),
                    let version = document.version(packed.version)
                else {
                    isHidden = true
                    continue
                }
                types[packed.id] = document.type
                if document.type.code == "contract", let number = document.number { numbers.append(number) }
                let place = folder + SafeNames.safe("\(document.number ?? "\(document.id)")_v\(packed.version.value)") + "/"
                files[packed.id] = version.files.map { file in
                    File(
                        document: packed.id, version: packed.version, record: file.record,
                        path: file.redacted == nil ? names.place(file.record.name.text, in: place) : nil, redacted: file.redacted)
                }
            }
        }
        (self.files, self.types, self.numbers) = (files, types, numbers)
        isWithheld = view.isWithheld || isHidden
        (made, today) = (reading.now, reading.today)
    }

    /// In the order of the checklist, each document once.
    var documents: [PackedDocument] {
        var seen: Set<DocumentID> = []
        return view.checklist.flatMap(\.documents).filter { seen.insert($0.id).inserted }
    }

    /// Those whose bytes are in it, in the order of the checklist.
    var sent: [File] { documents.flatMap { files[$0.id] ?? [] }.filter { $0.path != nil } }

    /// What people call the file.
    var name: String {
        SafeNames.safe(
            "\(PackWord.pack.phrase.chinese)-\(view.pack.title)-\(view.pack.id)-\(PackFileMessage.editionNumber(view.edition ?? 0).text(.chinese))"
        )
    }
}
