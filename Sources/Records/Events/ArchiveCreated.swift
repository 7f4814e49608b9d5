/// The archive came to be. Its settings that change meaning begin here.
public struct ArchiveCreated: Event {
    public static let type = "archive.created/1"
    public static let title = Phrase("建立档案库", "archive created")

    /// The archive's name for ever, random.
    public let identity: String
    /// IANA name of the time zone that civil dates are in: `Asia/Shanghai`.
    public let zone: String
    /// Numbering patterns by document type.
    public let numbering: [String: String]

    public init(identity: String, zone: String, numbering: [String: String]) {
        self.identity = identity
        self.zone = zone
        self.numbering = numbering
    }

    public var subjects: [String] { [] }

    public static var sample: ArchiveCreated {
        ArchiveCreated(identity: "k3v9x2m7qd4t", zone: "Asia/Shanghai", numbering: ["contract": "HT-{year}-{seq:4}"])
    }
}
