/// What kinds of scope a hold can have.
public enum HoldScopeKind: String, Sendable, Hashable, Codable, CaseIterable {
    case document, dossier, party
    /// A class with all below it.
    case `class`
    /// What a query found on the day.
    case frozen
    /// Whatever a query finds.
    case standing
}
