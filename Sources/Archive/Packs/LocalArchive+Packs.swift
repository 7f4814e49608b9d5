import Catalogue
import Exchange
import FileStore
public import Records
import Schemas
import SystemPackage
import Wording

extension LocalArchive {
    /// Makes the file of a pack's edition. It leaves the archive, which is an event (law 2).
    ///
    /// - Parameters:
    ///   - edition: The newest without it.
    ///   - recipient: Who gets it, where that is to be said.
    ///   - progress: told how many bytes of how many were looked at.
    /// - Throws: ``ArchiveError``; `.stateWrong` where none was issued, `.digestDiffers` and `.objectDamaged` before a byte leaves.
    public func export(
        _ pack: PackID, edition: Int?, to recipient: String?, by actor: Actor,
        progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> PackExport {
        try await recordingRefusals(of: .exportPack, to: actor) { () async throws(ArchiveError) in
            let recipient = try recipient.map { text throws(ArchiveError) in try Words.text(text, "to") }
            let contents = try await read(as: actor, for: .exportPack) { try PackContents(of: pack, edition: edition, $0) }
            let (store, archive) = (store, "\(place.identity.identity)")
            let export: PackExport
            do throws(ArchiveError) {
                export = try await blocking.run { () throws(ArchiveError) in
                    try PackAssembly(contents, of: archive, in: store, progress: progress).export()
                }
            } catch {
                if error.code == .digestDiffers, let file = contents.sent.first(where: { "\($0.document)" == error.subject }) {
                    try await recordDamage(of: file.document, file.version, file.record.name, file.record.sha512, by: actor)
                }
                throw error
            }
            let documents = contents.documents.map(\.id).filter { contents.files[$0] != nil }
            try await record(
                [PackExported(pack: pack, edition: export.edition, to: recipient, documents: documents)], by: actor)
            return export
        }
    }
}

/// Puts the bag of a pack together, on a thread that may wait.
private struct PackAssembly {
    private let contents: PackContents
    private let archive: String
    private let store: FileStore
    private let progress: @Sendable (Int64, Int64) -> Void

    init(_ contents: PackContents, of archive: String, in store: FileStore, progress: @escaping @Sendable (Int64, Int64) -> Void) {
        self.contents = contents
        self.archive = archive
        self.store = store
        self.progress = progress
    }

    func export() throws(ArchiveError) -> PackExport {
        let made = try self.made()
        let kept = contents.sent.compactMap { file in
            file.path.map { path in
                (
                    Bag.Payload(path: path, size: file.record.size, sha256: file.record.sha256, sha512: file.record.sha512),
                    source(of: file)
                )
            }
        }
        let payload = made.map { (Bag.Payload(path: $0.path, bytes: $0.bytes), PackSource.made($0.bytes)) } + kept
        let bag = Bag(payload.map(\.0), info: info)
        let tags = bag.tagFiles.map { ($0.path, Int64($0.bytes.count), PackSource.made($0.bytes)) }
        let files = tags + payload.map { ("data/\($0.0.path)", $0.0.size, $0.1) }
        var (entries, seen): ([ZipLayout.Entry], Int64) = ([], 0)
        let total = files.reduce(0) { $0 + $1.1 }
        for (path, size, source) in files {
            var sum = ZipCheckSum()
            try source.read { block in
                sum.update(block)
                seen += Int64(block.count)
                progress(seen, total)
            }
            entries.append(ZipLayout.Entry(path: "\(contents.name)/\(path)", size: size, crc: sum.value))
        }
        let layout = ZipLayout(entries, on: contents.today)
        return PackExport(
            name: "\(contents.name).zip", size: layout.size, pack: contents.view.pack.id, edition: contents.view.edition ?? 0,
            layout: layout,
            sources: files.map(\.2))
    }

    /// What is made of the pack: for people a page and the sheet, for programs a record and its schema.
    private func made() throws(ArchiveError) -> [(path: String, bytes: [UInt8])] {
        let sheet = PackSheet(contents)
        let record = try translating { try PackRecord(contents, of: archive).bytes() }
        do throws(ExchangeError) {
            return [
                ("index.html", try sheet.index()), ("\(PackWord.sheet.phrase.chinese).pdf", try sheet.pdf()), ("pack.json", record),
                ("pack.schema.json", Schema.pack),
            ]
        } catch { throw ArchiveError(.outputFailed, error.message, remedy: error.message.usualRemedy) }
    }

    private func source(of file: PackContents.File) -> PackSource {
        .stored { [store] () throws(ArchiveError) in
            try translating {
                try store.open(file.document, file.version, file.record.name.logicalPath, expecting: file.record.sha512)
            }
        }
    }

    private var info: [(name: String, value: String)] {
        [
            ("Bag-Software-Agent", "Muniment"), ("Bagging-Date", contents.today.description),
            ("External-Identifier", "\(contents.view.pack.id) \(contents.view.edition ?? 0)"),
            ("External-Description", contents.view.pack.title), ("Source-Organization", archive),
        ]
    }
}
