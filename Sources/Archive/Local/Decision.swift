import Catalogue
import FileStore
import GRDB
import Journal
import Records
import Wording

/// One change while it is being decided: it may ask the catalogue, and it states facts, each of which is projected at once.
///
/// Lives inside the write transaction, on one thread.
final class Decision {
    let db: Database
    let now: Timestamp
    let date: CivilDate
    let actor: Actor
    private let request: RequestKey?
    private var sequence: Int
    private(set) var drafts: [NewEvent] = []
    private(set) var installs: [SealedObject] = []

    init(db: Database, now: Timestamp, zone: CivilZone, actor: Actor, request: RequestKey?, sequence: Int) {
        self.db = db
        self.now = now
        date = zone.date(of: now)
        self.actor = actor
        self.request = request
        self.sequence = sequence
    }

    /// States a fact. The first one of a change bears the caller's key, if it has one and is about what was asked for.
    func state(_ fact: Fact, answersRequest: Bool = true) throws {
        let payload = Payload(salt: Salt.random(), date: date, request: answersRequest ? request : nil, fact: fact)
        drafts.append(try NewEvent(payload, at: now, actor: actor))
        sequence += 1
        try Projection.apply(
            ProjectedEvent(
                sequence: sequence, at: now, actor: actor.description, type: fact.type.rawValue, subjects: fact.subjects, payload: payload),
            in: db)
    }

    /// Has an object put in place once the event is durable.
    func install(_ object: SealedObject) { installs.append(object) }

    /// What was answered to the same key before.
    ///
    /// - Throws: ``ArchiveError`` `.keyReused` for the same key with another request.
    func earlierAnswer() throws(ArchiveError) -> DecisionQueries.EarlierRequest? {
        guard let request else { return nil }
        let earlier = try translating { try DecisionQueries.request(request.key, by: actor.description, in: db) }
        guard let earlier else { return nil }
        guard earlier.digest == request.digest.description else {
            throw ArchiveError(.keyReused, ArchiveMessage.keyReused(request.key), remedy: Remedy.newKey, subject: request.key)
        }
        return earlier
    }
}

extension NewEvent {
    /// The event that carries a payload.
    init(_ payload: Payload, at time: Timestamp, actor: Actor) throws {
        guard let type = EventType(payload.fact.type.rawValue) else { throw ArchiveError.fault("event type \(payload.fact.type.rawValue)") }
        self.init(at: time, actor: actor, type: type, subjects: payload.fact.subjects, payload: try payload.bytes())
    }
}

/// Randomness of payloads.
enum Salt {
    /// 128 bits in hexadecimal digits.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexDigits((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
