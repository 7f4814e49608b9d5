/// One thing that happened: what a line of the journal tells. Its name and form are for ever; another meaning is another type.
///
/// An event type stands with its words, its subjects and a sample in one file, its schema in `schemas/events`, its projection in the
/// room of the same name in the catalogue; ``EventRegistry`` lists it. What others must know of it is a protocol that it conforms to.
public protocol Event: Codable, Hashable, Sendable {
    /// Noun, verb in the past, version of the form: `hold.placed/1`.
    static var type: String { get }
    /// How people call it.
    static var title: Phrase { get }
    /// One that could have happened, for tests that walk through all types.
    static var sample: Self { get }
    /// Whether it is ``Controlled``: said by the type, for asking at run time what a type conforms to looks through the whole program.
    static var isControlled: Bool { get }
    /// The identifiers of what it is about, for the event's header: compact, opaque, at most 64; never a name or number.
    var subjects: [String] { get }
}

extension Event {
    public static var isControlled: Bool { false }
}

/// An event that takes something of documents away or out of sight: a hold on one of them forbids it, whoever states it.
public protocol TakingAway: Event {
    var takenFrom: [DocumentID] { get }
}

/// What a hold may let go by an event, besides the documents that the event is about.
public enum HoldReach: Sendable, Hashable {
    /// All that holds on classes cover.
    case classes
    /// The documents of these parties, and of their dossiers.
    case parties([PartyID])
    /// What is in these dossiers.
    case dossiers([DossierID])
}

/// An event by which documents that it does not name may come out of a hold's scope: they stay caught.
public protocol Rescoping: Event {
    var reach: HoldReach { get }
}

/// An event that a restore must know of although the backup is older: it is told to the control register outside the root, too.
public protocol Controlled: Event {}

extension Controlled {
    public static var isControlled: Bool { true }
}

/// An event by which documents are gone for ever: no restore brings them back.
public protocol Destroying: Controlled {
    var destroyed: [DocumentID] { get }
}

/// An event that says of a document what is gone with it: its payload is emptied when that document is destroyed.
public protocol SpeakingOf: Event {
    /// The document that it speaks of. What only names others by identifiers stays.
    var document: DocumentID { get }
}

/// An object as an event leaves it on the disk, and where it waited until then.
public struct ObjectChange: Sendable, Hashable {
    /// The current version.
    public let version: VersionNumber
    /// Digest of the object's inventory before; nil for a new object.
    public let before: ContentDigest?
    public let after: ContentDigest
    /// The folder under `staging/` that the object waited in while this was decided.
    public let staged: String

    public init(version: VersionNumber, before: ContentDigest?, after: ContentDigest, staged: String) {
        self.version = version
        self.before = before
        self.after = after
        self.staged = staged
    }
}

/// An event by which an object may become another on the disk; settling looks for it there.
public protocol ObjectChanging: Event {
    var document: DocumentID { get }
    /// Nil where the object stays what it is.
    var change: ObjectChange? { get }
    /// Makes the digests of an object's inventories, one for each version, what they are after this.
    func apply(to inventories: inout [ContentDigest])
}

/// An event by which an object gets a version.
public protocol VersionMaking: SpeakingOf, ObjectChanging {
    var version: VersionRecord { get }
}

extension VersionMaking {
    public var change: ObjectChange? {
        ObjectChange(
            version: version.number, before: version.inventoryBefore, after: version.inventoryAfter, staged: version.staged)
    }

    public func apply(to inventories: inout [ContentDigest]) { inventories.append(version.inventoryAfter) }
}
