/// Which due dates to list.
public enum DueFilter: Sendable, Hashable, Codable {
    /// Free on this day or before; nil for today.
    case by(CivilDate?)
    /// Waiting for this fact; for any with nil.
    case waiting(String?)
    /// Without a class, so that nothing can be reckoned.
    case unclassified
    case all
}
