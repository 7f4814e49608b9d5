import Disk
import Journal
import Records
import SystemPackage
import Wording

/// The control register as the writer keeps it: which events are told there, and when.
///
/// What is told is a property of an event's type (``Controlled``). Used under the writer's lock.
struct Controlling: Sendable {
    let credentials: Credentials
    let archive: String
    /// The name of the archive's log in checkpoints, which is its key's name.
    let origin: String
    let journal: Journal
    /// Whether the register may tell of events that the journal does not have: a restore is about to say why.
    var isRestoring = false

    /// Fewest bytes that must be free beside the register: the events of one change.
    private static let room: Int64 = 1 << 20

    /// The types of events that are told to the register.
    static let types = Set(EventRegistry.kinds.filter(\.isControlled).map(\.type))

    private var register: ControlRegister { get throws { try credentials.controlRegister() } }

    /// What the register says, with its chain and signatures checked; nil where there is none.
    func read() throws -> ControlRegister.Contents? {
        let keys = try credentials.pinnedKey().map { [$0] } ?? []
        return try register.read(of: archive, keys: keys)
    }

    /// What the register says, where it may be held against the journal: not while a restore is about to say why they differ, and not where it cannot
    /// be read, or is not what this archive wrote, for then it proves nothing.
    var evidence: ControlRegister.Contents? { isRestoring ? nil : (try? read()) ?? nil }

    /// Makes sure that the register tells of no event behind the journal's last one. Whoever cut the journal, or put an older state of the whole root
    /// back, would else go on beside holds that stand and destructions that happened.
    ///
    /// - Throws: ``ArchiveError`` `.journalDamaged`
    func refuseAhead(of last: Int) throws {
        guard !isRestoring, let told = try? register.lastTold(), told > last, let contents = evidence else { return }
        try refuseUnknown(contents, through: last)
    }

    /// Makes sure that events of a controlled type can be told, before they happen.
    ///
    /// - Parameters:
    ///   - last: the journal's last event.
    ///   - day: on which a register begins that is not there yet.
    /// - Throws: ``ArchiveError`` that names the register; then the change is refused and nothing was changed.
    func makeReady(through last: Int, on day: CivilDate) throws { _ = try readied(through: last, on: day) }

    /// Tells what the register lacks of the journal's events.
    ///
    /// - Parameter told: the journal's last event that is to be told there; 0 where there is none, and then no register is begun.
    func catchUp(with told: Int, through last: Int, on day: CivilDate) throws {
        guard told > 0 else { return }
        let known = try register.read(of: archive, keys: nil)
        guard known.map({ $0.isTorn || $0.last?.header?.sequence != told }) ?? true else { return }
        _ = try readied(through: last, on: day)
    }

    /// Tells what the journal has behind an event that the catalogue knows, where it is to be told.
    func catchUp(after known: Int, through last: Int, on day: CivilDate) throws {
        guard !isRestoring, try !controlled(after: known, through: last).isEmpty else { return }
        _ = try readied(through: last, on: day)
    }

    /// Tells events that were just appended.
    func append(_ drafts: [NewEvent], _ headers: [EventHeader], on day: CivilDate) throws {
        let told = zip(headers, drafts).filter { Self.types.contains($0.0.type.name) }.map { (header: $0, payload: $1.payload) }
        guard let first = told.first else { return }
        let contents = try readied(through: first.header.sequence - 1, on: day)
        _ = try register.append(told, after: contents, signer: try credentials.signer(origin: origin))
    }

    /// The register, made where there is none, writable, and with all events that it should tell of.
    private func readied(through last: Int, on day: CivilDate) throws -> ControlRegister.Contents {
        let signer = try credentials.signer(origin: origin)
        let found = try read()
        let contents = try found ?? register.begin(of: archive, on: day, signer: signer)
        try register.makeReady(contents, room: Self.room)
        if isRestoring, found != nil { return contents }
        try refuseUnknown(contents, through: last)
        let known = contents.last?.header?.sequence ?? 0
        return try register.append(try controlled(after: known, through: last), after: contents, signer: signer)
    }

    /// Makes sure that the register's last event is in the journal: else somebody put an older journal back.
    private func refuseUnknown(_ contents: ControlRegister.Contents, through last: Int) throws {
        guard let line = contents.last, let told = line.header else { return }
        if told.sequence <= last, try journal.singleEvent(told.sequence)?.digest == line.event { return }
        throw ArchiveError(
            .journalDamaged, ControlMessage.aheadOfJournal(try register.path.string, event: told.sequence),
            remedy: ControlMessage.useRestore, subject: try register.path.string)
    }

    private func controlled(after known: Int, through last: Int) throws -> [(header: EventHeader, payload: [UInt8])] {
        guard known < last else { return [] }
        var found: [(header: EventHeader, payload: [UInt8])] = []
        var events = try journal.events(from: known + 1, through: last)
        while let event = try events.next() {
            if Self.types.contains(event.header.type.name), let payload = event.payloadBytes { found.append((event.header, payload)) }
        }
        return found
    }
}

extension ControlRegisterError {
    /// The same, as the archive says it.
    var archiveError: ArchiveError {
        switch self {
        case .disk(let error) where [.noSuchFileOrDirectory, .notDirectory, .isDirectory].contains(error.errno):
            ArchiveError(
                .placeUnfit, ControlMessage.unreachable(error.path.string), remedy: ControlMessage.makeReachable,
                subject: error.path.string,
                cause: self)
        case .disk(let error): ArchiveError.translated(error)
        case .damaged(let path, let line):
            ArchiveError(
                .placeUnfit, ControlMessage.damaged(path.string, line: line), remedy: ControlMessage.putBack, subject: path.string,
                cause: self)
        case .unsigned(let path, let line):
            ArchiveError(
                .placeUnfit, ControlMessage.unsigned(path.string, line: line), remedy: ControlMessage.putBack, subject: path.string,
                cause: self)
        case .foreign(let path, let archive):
            ArchiveError(
                .placeUnfit, ControlMessage.foreign(path.string, archive: archive), remedy: ControlMessage.findOwn, subject: path.string,
                cause: self)
        case .signingFailed: ArchiveError(.internal, ControlMessage.signingFailed, cause: self)
        }
    }
}
