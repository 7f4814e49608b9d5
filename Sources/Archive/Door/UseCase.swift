public import Catalogue
public import Records

/// Something that can be asked of the archive or done to it, as a value: its members are what the caller says, and nothing else.
///
/// The command line, the service and tests make the same values; who acts, and under which key, is the door's to know.
public protocol UseCase: Codable, Sendable {
    associatedtype Answer: Codable & Sendable
    /// Whose right is asked for.
    static var operation: Operation { get }
    /// One that could be meant, for the walks through all use cases and for the description of the service.
    static var sample: Self { get }
}

/// A use case that changes nothing.
public protocol Question: UseCase {
    /// - Throws: ``ArchiveError`` where what it names is not there for this reader.
    func answer(_ reading: Reading) throws -> Answer
}

/// A use case that states events, or refuses.
public protocol Change: UseCase {
    /// Decides under the writer's lock, in the transaction that projects what is stated.
    ///
    /// - Throws: ``ArchiveError`` to refuse; then nothing was stated.
    func decide(_ decision: Decision) throws
    /// The answer, made from the events alone: now, and whenever the same key comes again.
    static func answer(after events: [any Event], _ reading: Reading) throws -> Answer
    /// Whose right is asked for by what this one says: of those who may do ``UseCase/operation``, perhaps not all.
    var operation: Operation { get }
    /// Whether it may be made while the clock is behind: only the acceptance of the clock itself.
    static var ignoresClock: Bool { get }
}

extension Change {
    public var operation: Operation { Self.operation }
    public static var ignoresClock: Bool { false }
}

extension Array where Element == any Event {
    /// The first event of a type.
    ///
    /// - Throws: ``ArchiveError`` `.internal` where there is none: a change that asks for what it did not state.
    func the<Kind: Event>(_ kind: Kind.Type) throws(ArchiveError) -> Kind {
        for case let event as Kind in self { return event }
        throw .fault("no \(kind.type) among the events of a change")
    }
}
