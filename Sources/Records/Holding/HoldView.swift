/// A hold as people see it.
public struct HoldView: Sendable, Hashable, Codable {
    public let id: HoldID
    public let kind: HoldScopeKind
    /// The identifier, class or query that it names.
    public let scope: String
    /// What people call the party, dossier or document that it names.
    public let named: String?
    public let reason: String
    /// Who wants it: a court, a law firm, the head.
    public let authority: String
    /// `2026-03-01`
    public let placedOn: String
    /// Nil while it stands.
    public let liftedOn: String?
    public let liftedReason: String?
    /// What a frozen query could not see when it was asked; nil where it saw all, and later.
    public var incomplete: SearchGaps?

    package init(
        id: HoldID, kind: HoldScopeKind, scope: String, named: String?, reason: String, authority: String, placedOn: String,
        liftedOn: String?, liftedReason: String?
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        self.named = named
        self.reason = reason
        self.authority = authority
        self.placedOn = placedOn
        self.liftedOn = liftedOn
        self.liftedReason = liftedReason
    }

    /// The same without what people call that which it is on.
    package var unnamed: HoldView {
        HoldView(
            id: id, kind: kind, scope: scope, named: nil, reason: reason, authority: authority, placedOn: placedOn, liftedOn: liftedOn,
            liftedReason: liftedReason)
    }
}
