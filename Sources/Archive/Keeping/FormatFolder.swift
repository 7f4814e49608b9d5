import Crypto
import Disk
import FormatPages
import Foundation
import Schemas
import SystemPackage

/// The pages and schemas that say how an archive is read, kept in its own folder `format/`: who inherits only the folder needs nothing else.
///
/// Nothing in an archive depends on them. They are those of the newest program that opened it; nothing is ever taken away there.
struct FormatFolder: Sendable {
    let folder: FilePath
    let disk: Disk

    /// By their path below the folder.
    static let files: [(path: String, bytes: [UInt8])] =
        ([
            ("journal.md", FormatPages.journal), ("storage-layout.md", FormatPages.storageLayout),
            ("schemas/catalogue001.sql", Schema.catalogue001), ("schemas/catalogue002-search.sql", Schema.catalogue002Search),
            ("schemas/catalogue003-retention.sql", Schema.catalogue003Retention),
            ("schemas/catalogue004-parties.sql", Schema.catalogue004Parties),
            ("schemas/catalogue005-due.sql", Schema.catalogue005Due),
            ("schemas/catalogue006-grants.sql", Schema.catalogue006Grants),
            ("schemas/catalogue007-restores.sql", Schema.catalogue007Restores),
            ("schemas/catalogue008-disposal.sql", Schema.catalogue008Disposal),
            ("schemas/catalogue009-redaction.sql", Schema.catalogue009Redaction),
            ("schemas/catalogue010-duties.sql", Schema.catalogue010Duties),
            ("schemas/catalogue011-parties.sql", Schema.catalogue011Parties),
            ("schemas/catalogue012-merged-parties.sql", Schema.catalogue012MergedParties),
            ("schemas/catalogue013-judgements.sql", Schema.catalogue013Judgements),
            ("schemas/catalogue014-dossiers.sql", Schema.catalogue014Dossiers),
            ("schemas/catalogue015-originals.sql", Schema.catalogue015Originals),
            ("schemas/catalogue016-loans.sql", Schema.catalogue016Loans),
            ("schemas/catalogue017-stocktakes.sql", Schema.catalogue017Stocktakes),
            ("schemas/catalogue018-packs.sql", Schema.catalogue018Packs),
            ("schemas/catalogue019-growth.sql", Schema.catalogue019Growth),
            ("schemas/loans.yaml", Schema.loans), ("schemas/receivers.yaml", Schema.receivers), ("schemas/pack.schema.json", Schema.pack),
            ("schemas/document-types.yaml", Schema.documentTypes), ("schemas/scheme.yaml", Schema.scheme),
            ("schemas/schedule.yaml", Schema.schedule), ("schemas/dossier-templates.yaml", Schema.dossierTemplates),
            ("schemas/variants.txt", Schema.variants),
            ("schemas/initials.txt", Schema.initials),
        ] + Schema.events.map { ("schemas/events/" + $0.key, $0.value) }).sorted { $0.0 < $1.0 }

    /// What `sha256sum -c` takes; it is written last, so that one look at it says whether all is there.
    static let sums: [UInt8] = Array(
        files.map { file in SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined() + "  \(file.path)\n" }.joined().utf8)

    /// In bytes: more than any list of sums.
    private static let longestSums = 1 << 20

    private var sumsFile: FilePath { folder.appending("SHA256SUMS") }

    /// Puts there what is not there, or is another program's. Called by whoever holds the writer's lock, or makes the archive.
    func refresh() throws(DiskError) {
        if try disk.status(sumsFile) != nil, try disk.read(sumsFile, limit: Self.longestSums) == Self.sums { return }
        let folders = [folder, folder.appending("schemas"), folder.appending("schemas").appending("events")]
        for folder in folders where try disk.status(folder) == nil { try disk.createFolder(folder) }
        for (path, bytes) in Self.files { try put(bytes, at: folder.pushing(FilePath(path))) }
        // One sync for all of them; the sums must not be there without what they are of.
        try disk.syncFileSystem(of: disk.openFolder(folder))
        try put(Self.sums, at: sumsFile)
        try disk.syncFileSystem(of: disk.openFolder(folder))
    }

    private func put(_ bytes: [UInt8], at path: FilePath) throws(DiskError) {
        let staged = FilePath(path.string + ".new")
        if try disk.status(staged) != nil { try disk.removeFile(staged) }
        let file = try disk.createFile(staged)
        try file.write(bytes, at: 0)
        try disk.replace(path, by: staged)
    }
}
