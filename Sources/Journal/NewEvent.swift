public import Records

/// An event about to be appended. The journal adds its number, its group and the digests.
public struct NewEvent: Sendable {
    public let at: Timestamp
    public let actor: Actor
    public let type: EventType
    /// Opaque identifiers, each 1 to 64 ASCII letters, digits or hyphens; never a name.
    public let subjects: [String]
    /// JSON on one line, written exactly as given. The random salt is the caller's to put in.
    public let payload: [UInt8]

    /// Most bytes of a payload. A version of 20,000 files has about 8 MiB; a line must fit in memory when it is read.
    public static let longestPayload = 16 << 20
    /// Most subjects of an event, so that a header stays a line that a person can read.
    public static let mostSubjects = 64

    /// Describes an event.
    ///
    /// - Precondition: the payload is not empty (an empty one means erased), has no line feed and at most
    ///   ``longestPayload`` bytes; there are at most ``mostSubjects`` subjects, each well formed.
    public init(at: Timestamp, actor: Actor, type: EventType, subjects: [String], payload: [UInt8]) {
        precondition(!payload.isEmpty && payload.count <= NewEvent.longestPayload, "journal: a payload has 1 byte to 16 MiB")
        precondition(!payload.contains(UInt8(ascii: "\n")), "journal: a payload stands on one line")
        precondition(subjects.count <= NewEvent.mostSubjects && subjects.allSatisfy(isOpaqueName), "journal: subjects are opaque names")
        self.at = at
        self.actor = actor
        self.type = type
        self.subjects = subjects
        self.payload = payload
    }
}

/// Whether a text is a name that needs no escaping in JSON and says nothing to a reader: ASCII letters, digits and hyphens.
func isOpaqueName(_ text: String) -> Bool { isOpaqueName(Array(text.utf8)[...]) }

/// Whether some bytes are such a name.
func isOpaqueName(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...64).contains(bytes.count)
        && bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") }
}
