import Catalogue
import FileStore
import Records
import Retention
import Wording

/// An event that says what was before it: that must be what the events before it say.
protocol TellsBefore: Event {
    /// Whether the state before it is the one that it names.
    func agrees(with before: Reading) throws -> Bool
}

extension DocumentEdited: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.document(document)?.metadata == self.before }
}

extension DocumentClassified: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.document(document)?.class == self.before }
}

extension OwnRuleSet: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.ownRule(of: document) == self.before }
}

extension FactRecorded: TellsBefore {
    /// Of several the one that gives way is named; one that comes beside them has none before it.
    func agrees(with before: Reading) throws -> Bool {
        let standing = try before.facts(name, of: document)
        guard let named = self.before else { return standing.isEmpty || Trigger.hasSeveral(name) && value != nil }
        return standing.contains(named)
    }
}

extension PartyEdited: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.record(of: party) == self.before }
}

extension SiteEdited: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.site(site)?.record == self.before }
}

extension DossierTemplated: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.template(of: dossier)?.code == self.before }
}

extension DossierItemMarked: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.marks(in: dossier)[item] == self.before }
}

extension DossierAssigned: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.responsible(for: dossier) == self.before }
}

extension PackItemSaid: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.marks(in: pack)[item] == self.before }
}

extension TransmittalCarriageSet: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.transmittal(transmittal)?.line.carriage == self.before }
}

extension CustodyChanged: TellsBefore {
    func agrees(with before: Reading) throws -> Bool { try before.custody(of: original) == self.before }
}

/// Holds what events say was before them against what the events before them made, as a catalogue is filled with them.
final class BeforeCheck {
    private let readings: Readings
    private(set) var findings: [Finding] = []

    init(_ readings: Readings) { self.readings = readings }

    /// To be called before the event is projected.
    func look(at event: ProjectedEvent, in transaction: CatalogueTransaction) throws {
        guard let telling = event.payload?.event as? any TellsBefore else { return }
        let document = telling.subjects.lazy.compactMap { try? DocumentID($0) }.first
        // What was filed is emptied already, and what was said of it later is not yet.
        if let document, try transaction.isDestroyed(document) { return }
        let before = try readings.reading(as: .operator, for: nil, at: event.at, in: transaction).everything
        guard try !telling.agrees(with: before) else { return }
        let title = type(of: telling).title
        findings.append(
            Finding(
                .eventContradicts, document, "journal",
                .because(Phrase("事件 \(event.sequence)：\(title.chinese)", "event \(event.sequence): \(title.english)"))))
    }
}
