/// A hold as people see it.
public struct HoldView: Sendable, Hashable, Codable {
    public let id: HoldID
    /// `document`, `dossier`, `party`, `class`, `frozen` or `standing`.
    public let kind: String
    /// The identifier, class or query that it names.
    public let scope: String
    public let reason: String
    public let authority: String
    public let placedOn: String
    /// Nil while it stands.
    public let liftedOn: String?
    public let liftedReason: String?

    package init(
        id: HoldID, kind: String, scope: String, reason: String, authority: String, placedOn: String, liftedOn: String?,
        liftedReason: String?
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        self.reason = reason
        self.authority = authority
        self.placedOn = placedOn
        self.liftedOn = liftedOn
        self.liftedReason = liftedReason
    }
}
