import Catalogue
public import Journal
public import Records
import Wording

/// Which events to read; what is not said does not matter.
public struct LogQuery: Sendable {
    public var subject: String?
    /// Who acted: `operator`, `nobody`, or an account by its name or identifier.
    public var actor: String?
    /// A type with or without its version: `document.filed` or `document.filed/1`; or its beginning, `document.`.
    public var type: String?
    public var from: Timestamp?
    /// Up to, not including.
    public var to: Timestamp?
    /// Most events to give, the newest of all that match; nil for all.
    public var limit: Int?

    public init() {}

    func matches(_ header: EventHeader, by actor: Actor?) -> Bool {
        (subject.map { header.subjects.contains($0) } ?? true) && (actor.map { header.actor == $0.description } ?? true)
            && (type.map { header.type.name.hasPrefix($0) } ?? true) && (from.map { header.at >= $0 } ?? true)
            && (to.map { header.at < $0 } ?? true)
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a type that no event has, naming those that are near, or the rooms that have some.
    func refuseUnknownType() throws(ArchiveError) {
        guard let type, !EventRegistry.kinds.contains(where: { $0.type.hasPrefix(type) }) else { return }
        let room = type.prefix { $0 != "." } + "."
        let near = EventRegistry.kinds.filter { $0.type.hasPrefix(room) }.map { kind in
            let name = kind.type.prefix { $0 != "/" }
            return Phrase("\(name)（\(kind.title.chinese)）", "\(name) (\(kind.title.english))")
        }
        let rooms = Set(EventRegistry.kinds.map { $0.type.prefix { $0 != "." } }).sorted().map { Phrase("\($0)", "\($0)") }
        throw ArchiveError(
            .valueRefused, ArchiveMessage.eventTypeUnknown(type), remedy: Remedy.words(near.isEmpty ? rooms : near), subject: "type")
    }
}

extension LocalArchive {
    /// Reads the journal in order and gives each event that matches.
    ///
    /// An event about one document is found through the catalogue; everything else reads the journal from its beginning.
    public func readLog(_ query: LogQuery, by actor: Actor, _ take: @escaping @Sendable (JournalEvent) throws -> Void)
        async throws(ArchiveError)
    {
        try await readingLog(query, by: actor) { events in
            guard let limit = query.limit else {
                while let event = try events.next() { try take(event) }
                return
            }
            var newest: [JournalEvent] = []
            while let event = try events.next() {
                newest.append(event)
                // Cut now and then, so that neither memory nor moving grows with the journal.
                if newest.count > 2 * limit { newest.removeFirst(newest.count - limit) }
            }
            for event in newest.suffix(limit) { try take(event) }
        }
    }

    public func logPage(_ query: LogQuery, after: Int, count: Int, by actor: Actor) async throws(ArchiveError) -> [JournalEvent] {
        try await readingLog(query, after: after, by: actor) { events in
            var page: [JournalEvent] = []
            while page.count < count, let event = try events.next() { page.append(event) }
            return page
        }
    }

    private func readingLog<Value: Sendable>(
        _ query: LogQuery, after: Int = 0, by actor: Actor, _ work: @escaping @Sendable (inout MatchingEvents) throws -> Value
    ) async throws(ArchiveError) -> Value {
        try await recordingRefusals(of: .readLog, to: actor) { () async throws(ArchiveError) in
            let (sequences, asked, hidden) = try await read(as: actor, for: .readLog) { reading in
                try query.refuseUnknownType()
                return (
                    try query.subject.map { try reading.events(about: $0).filter { $0 > after } },
                    try query.actor.map { try reading.actor(named: $0) }, try reading.hiddenByRestriction()
                )
            }
            // What is behind it may not be durable yet.
            let last = try await transaction { try $0.progress().sequence }
            return try await blocking.run { [self] () throws(ArchiveError) in
                try translating {
                    var events = try MatchingEvents(journal, query, by: asked, after: after, through: last, sequences, hiding: hidden)
                    return try work(&events)
                }
            }
        }
    }

    public func verifyLog(
        checkpoint: SignedNote?, keys: [NoteVerifier]?, by actor: Actor, progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> [JournalFinding] {
        try await recordingRefusals(of: .verifyLog, to: actor) { () async throws(ArchiveError) in
            let known = try await known(to: actor)
            let forks = (try? await transaction { try $0.restores() }) ?? []
            let trusted: [NoteVerifier]
            if let keys { trusted = keys } else { trusted = try pinnedKey().map { [$0] } ?? [] }
            return try await blocking.run { [self] () throws(ArchiveError) in
                try translating {
                    let check = { [self] in
                        try journal.verify(
                            origin: checkpointOrigin, checkpoint: checkpoint, keys: trusted, knownThrough: known,
                            register: writer.control?.evidence,
                            forks: forks.map { JournalFork(after: $0.events, highestKnown: $0.highestKnown) },
                            isErasureExplained: Erasures(journal).account,
                            progress: progress)
                    }
                    let found = try check()
                    // Beside somebody who writes, half a line is no finding.
                    return found.isEmpty ? [] : (try? writer.alone { _ in try check() }) ?? found
                }
            }
        }
    }

    /// How long the catalogue knows the journal to be. Whoever owns the files can check a journal of which no catalogue can be made.
    private func known(to actor: Actor) async throws(ArchiveError) -> Int {
        do throws(ArchiveError) {
            try await read(as: actor, for: .verifyLog) { _ in }
            return try await transaction { try $0.progress().sequence }
        } catch {
            guard actor == .operator, [.journalDamaged, .catalogueDamaged].contains(error.code) else { throw error }
            return catalogue.folder.highestKnown()
        }
    }

    public func signCheckpoint(by actor: Actor) async throws(ArchiveError) -> SignedNote {
        try await recordingRefusals(of: .signCheckpoint, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .signCheckpoint) { _ in }
            return try await signNow()
        }
    }

    /// Signs the state as it is now, for whoever may ask for what needs it.
    func signNow() async throws(ArchiveError) -> SignedNote {
        let (signer, journal, origin) = (try signer(), journal, checkpointOrigin)
        return try await writing.run { writer throws(ArchiveError) in
            try writer.exclusively { _ in try journal.makeCheckpoint(origin: origin, signer: signer) }
        }
    }

    /// The proof that an event is in the journal, for a third party.
    ///
    /// - Parameter checkpoint: which the proof leads to; without it one is signed now.
    public func proof(of sequence: Int, in checkpoint: SignedNote?, by actor: Actor) async throws(ArchiveError) -> EventProof {
        try await recordingRefusals(of: .readLog, to: actor) { () async throws(ArchiveError) in
            let hidden = try await read(as: actor, for: .readLog) { try $0.hiddenByRestriction() }
            let note: SignedNote
            if let checkpoint { note = checkpoint } else { note = try await signCheckpoint(by: actor) }
            return try await blocking.run { [self] () throws(ArchiveError) in
                try translating {
                    let proof = try journal.proof(of: sequence, in: note)
                    guard hidden.isDisjoint(with: proof.subjects) else {
                        throw ArchiveError(.blocked, DealMessage.blocked, subject: "\(sequence)")
                    }
                    return proof
                }
            }
        }
    }

    /// The name of this archive's log in checkpoints (C2SP tlog-checkpoint, origin).
    public var checkpointOrigin: String { place.checkpointOrigin }

    /// The archive's own key, made at its first use.
    private func signer() throws(ArchiveError) -> NoteSigner {
        try withCredentials { credentials throws(CredentialsError) in try credentials.signer(origin: checkpointOrigin) }
    }

    /// The public key that is pinned outside the root; nil before the first checkpoint was signed.
    public func pinnedKey() throws(ArchiveError) -> NoteVerifier? {
        try withCredentials { credentials throws(CredentialsError) in try credentials.pinnedKey() }
    }
}

extension Reading {
    /// Who is meant by what the log calls them, or by an account's name or identifier.
    fileprivate func actor(named word: String) throws -> Actor {
        let word = try Words.text(word, "actor")
        if let actor = Actor(word) ?? [.operator, .nobody].first(where: { [$0.phrase.chinese, $0.phrase.english].contains(word) }) {
            return actor
        }
        guard let account = try account(named: word) else {
            throw ArchiveError(.accountUnknown, ArchiveMessage.accountUnknown(word), remedy: Remedy.checkName, subject: "actor")
        }
        return .account(account.id)
    }
}
