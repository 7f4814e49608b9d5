import CSchemas

/// What is agreed with the outside, and the pages that say how an archive is read, embedded in the program: no path of the build folder is
/// needed at run time.
///
/// `Sources/CSchemas/schemas.c` lists the files.
public enum Schema {
    /// All embedded files, by their paths below the checkout's root.
    public static let files: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for place in 0... {
            let file = schema_file_at(place)
            guard let path = file.path else { break }
            files[String(cString: path)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
        }
        return files
    }()

    /// The steps by which the catalogue became what it is, in order; the name of each is its file's, without folder and `.sql`.
    public static var migrations: [(name: String, sql: [UInt8])] {
        files.filter { $0.key.hasPrefix("schemas/catalogue") }.sorted { $0.key < $1.key }
            .map { (String($0.key.dropFirst("schemas/".count).dropLast(".sql".count)), $0.value) }
    }

    /// What tells how an archive is read.
    public static var format: [String: [UInt8]] {
        files.filter { $0.key != "schemas/openapi-bytes.yaml" && $0.key != "schemas/storage-readme.txt" }
    }

    /// Traditional and variant characters with their simplified ones, a pair a line.
    public static var variants: [UInt8] { bytes("schemas/variants.txt") }
    public static var initials: [UInt8] { bytes("schemas/initials.txt") }
    public static var documentTypes: [UInt8] { bytes("schemas/document-types.yaml") }
    /// The form of `pack.json` in the files of packs.
    public static var pack: [UInt8] { bytes("schemas/pack.schema.json") }
    /// Who takes over deals in a new archive, and what they must get.
    public static var receivers: [UInt8] { bytes("schemas/receivers.yaml") }
    /// How long paper may be lent in a new archive, and with whose consent.
    public static var loans: [UInt8] { bytes("schemas/loans.yaml") }
    /// The classification scheme that a new archive begins with.
    public static var scheme: [UInt8] { bytes("schemas/scheme.yaml") }
    /// The retention schedule that a new archive begins with.
    public static var schedule: [UInt8] { bytes("schemas/schedule.yaml") }
    /// What the dossiers of a new archive's kinds of deals should hold.
    public static var dossierTemplates: [UInt8] { bytes("schemas/dossier-templates.yaml") }
    /// The description of those routes of the service that bring bytes along.
    public static var openAPIBytes: [UInt8] { bytes("schemas/openapi-bytes.yaml") }
    public static var storageReadme: [UInt8] { bytes("schemas/storage-readme.txt") }

    private static func bytes(_ path: String) -> [UInt8] {
        guard let bytes = files[path] else { preconditionFailure("\(path) is not listed in schemas.c") }
        return bytes
    }
}
