/// A pack (交底资料) was begun for somebody who takes over a deal, with what they must get as it was then.
public struct PackMade: Event {
    public static let type = "pack.made/1"
    public static let title = Phrase("编制交底资料", "pack begun")

    public let pack: PackID
    public let dossier: DossierID
    /// With the checklist that is for this kind of deal, and no other.
    public let receiver: Receiver

    public init(pack: PackID, dossier: DossierID, receiver: Receiver) {
        self.pack = pack
        self.dossier = dossier
        self.receiver = receiver
    }

    public var subjects: [String] { [pack.compact, dossier.compact] }

    public static var sample: PackMade { PackMade(pack: .sample, dossier: .sample, receiver: .sample) }
}
