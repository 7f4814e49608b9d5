import Catalogue
import Disk
import Records
import Wording

/// Makes readings: finds out who the actor is and what they may know, in the same state of the catalogue in which it is read.
struct Readings: Sendable {
    let place: ArchivePlace
    let clock: any Clock
    let vocabulary: Vocabulary
    private let engine = SearchEngine()

    init(place: ArchivePlace, clock: any Clock, vocabulary: Vocabulary) {
        self.place = place
        self.clock = clock
        self.vocabulary = vocabulary
    }

    /// The archive as an actor may know it.
    ///
    /// - Throws: ``ArchiveError`` `.notAllowed` where they may not do the operation at all.
    func reading(
        as actor: Actor, for operation: Operation?, at now: Timestamp, unrecordable: ErrorCode? = nil, in transaction: CatalogueTransaction
    ) throws -> Reading {
        let rights = try rights(of: actor, in: transaction)
        if let operation, !rights.allow(operation) { throw ArchiveError.notAllowed(operation) }
        if let operation, operation.row.needsPerson, actor == .operator {
            throw ArchiveError(.personNeeded, DisposalMessage.personNeeded(operation.row.name), subject: operation.rawValue)
        }
        let (place, today) = (place, try zone(in: transaction).date(of: now))
        let viewer = try transaction.opening(try rights.viewer(in: transaction, on: today), to: actor, on: today)
        return Reading(
            transaction, engine: engine, viewer: viewer, today: today, now: now,
            vocabulary: vocabulary, unrecordable: unrecordable,
            room: {
                let free = try place.disk.freeSpace(at: place.root)
                return (free.bytes, free.inodes)
            })
    }

    func rights(of actor: Actor, in transaction: CatalogueTransaction) throws -> Rights {
        actor == .operator ? Rights(operator: ()) : Rights(try transaction.account(of: actor))
    }

    private func zone(in transaction: CatalogueTransaction) throws -> CivilZone {
        let name = try transaction.archive()?.zone ?? place.identity.zone
        guard let zone = CivilZone(name: name) else { throw CatalogueError.damagedValue("zone") }
        return zone
    }
}

extension ArchiveError {
    /// A refusal for want of a right.
    static func notAllowed(_ operation: Operation) -> ArchiveError {
        ArchiveError(
            .notAllowed, ArchiveMessage.notAllowed(operation.row.name),
            remedy: Remedy.rolesMay(Role.allCases.filter(operation.row.roles.contains)), subject: operation.rawValue)
    }
}
