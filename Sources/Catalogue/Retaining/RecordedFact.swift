import Records
import Retention

/// A fact as an event states it.
struct RecordedFact: Sendable, Hashable {
    let name: String
    /// Nil where it was taken back.
    let value: String?
    /// What it was before; nil where it was not known.
    let before: String?

    var isOneOfSeveral: Bool { Trigger.hasSeveral(name) }
}

extension FactRecorded {
    var recorded: RecordedFact { RecordedFact(name: name, value: value, before: before) }
}
