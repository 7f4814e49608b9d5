import Catalogue
import FileStore
import Journal
import Records

/// The objects that there are after the first events of a journal, as those events name them, and what else a backup asks of these events.
struct LivingObjects {
    private(set) var objects: [DocumentID: ObjectVersions] = [:]

    /// In the order of their identifiers.
    var sorted: [ObjectVersions] { objects.values.sorted { $0.document < $1.document } }

    private static let types = Set(
        EventRegistry.kinds.filter { $0.event is any ObjectChanging.Type || $0.event is any Destroying.Type }.map(\.type))

    /// Takes the next event in.
    ///
    /// - Throws: ``ArchiveError`` `.newerProgramNeeded` for an event of a type that this program does not know: it might tell of an object.
    mutating func take(_ event: JournalEvent, _ facts: JournalFacts) throws {
        guard EventRegistry.kind(event.header.type.name) != nil else {
            _ = try event.projected()
            return
        }
        guard Self.types.contains(event.header.type.name), let told = try event.projected(facts).payload?.event else { return }
        if let made = told as? any ObjectChanging, made is any VersionMaking || objects[made.document] != nil {
            var object = objects[made.document] ?? ObjectVersions(made.document, [])
            made.apply(to: &object.inventories)
            add(object)
        }
        if let told = told as? any Destroying { remove(told.destroyed) }
    }

    /// Takes an object in, in the place of what was known of it.
    mutating func add(_ object: ObjectVersions) { objects[object.document] = object }

    /// Leaves out what was destroyed.
    mutating func remove(_ destroyed: some Sequence<DocumentID>) {
        for document in destroyed { objects[document] = nil }
    }
}
