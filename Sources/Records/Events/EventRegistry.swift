/// All types of events, in one list: what is not in it is neither stated nor read. The list only grows; an old type is read for ever.
public enum EventRegistry {
    public static let kinds: [EventKind] = [
        EventKind(ArchiveCreated.self),
        EventKind(ArchiveRestored.self),
        EventKind(DocumentFiled.self),
        EventKind(VersionMade.self),
        EventKind(DocumentEdited.self),
        EventKind(DocumentWithdrawn.self),
        EventKind(DocumentReinstated.self),
        EventKind(DocumentRestricted.self), EventKind(RestrictionLifted.self), EventKind(RestrictedOpened.self),
        EventKind(PartyRegistered.self), EventKind(PartyListed.self), EventKind(PartyEdited.self), EventKind(PartyMerged.self),
        EventKind(PartyParted.self), EventKind(SiteRegistered.self),
        EventKind(SiteEdited.self),
        EventKind(DossierOpened.self),
        EventKind(DossierLinked.self),
        EventKind(DossierUnlinked.self),
        EventKind(DossierLed.self),
        EventKind(DossierClosed.self),
        EventKind(DossierReopened.self),
        EventKind(DossierTemplatesLoaded.self), EventKind(DossierTemplated.self), EventKind(DossierItemMarked.self),
        EventKind(DossierAssigned.self), EventKind(DossierMerged.self),
        EventKind(OriginalRegistered.self), EventKind(CustodyChanged.self), EventKind(LoanRulesSet.self),
        EventKind(LoanConsented.self), EventKind(StocktakeRecorded.self),
        EventKind(ReceiversLoaded.self), EventKind(PackMade.self), EventKind(PackItemSaid.self), EventKind(PackIssued.self),
        EventKind(PackSigned.self), EventKind(PackExported.self),
        EventKind(TransmittalSent.self), EventKind(TransmittalReceived.self), EventKind(TransmittalSettled.self),
        EventKind(TransmittalCarriageSet.self),
        EventKind(DocumentRelated.self),
        EventKind(DocumentUnrelated.self),
        EventKind(EarlierSchemeLoaded.self), EventKind(SchemeLoadedWithoutOwners.self), EventKind(SchemeLoaded.self),
        EventKind(EarlierScheduleLoaded.self), EventKind(ScheduleLoaded.self),
        EventKind(DocumentClassified.self),
        EventKind(OwnRuleSet.self),
        EventKind(FactRecorded.self),
        EventKind(MatterOpened.self),
        EventKind(MatterClosed.self),
        EventKind(HoldPlaced.self),
        EventKind(HoldLifted.self),
        EventKind(HoldCaught.self),
        EventKind(NumberingSet.self),
        EventKind(NumberReserved.self),
        EventKind(NumberExplained.self),
        EventKind(ClockAccepted.self),
        EventKind(AccountSet.self), EventKind(DepartmentSet.self), EventKind(GrantGiven.self), EventKind(GrantEnded.self),
        EventKind(PasswordSet.self),
        EventKind(TokenIssued.self),
        EventKind(TokenRevoked.self),
        EventKind(ContentSent.self), EventKind(EvidenceGiven.self),
        EventKind(SecretsFound.self), EventKind(DueListExported.self), EventKind(ListExported.self),
        EventKind(AccessRefused.self),
        EventKind(AccessesRefused.self),
        EventKind(SignInFailed.self),
        EventKind(SignInsFailed.self),
        EventKind(DigestDiffered.self), EventKind(ObjectsChecked.self),
        EventKind(BatchProposed.self), EventKind(RedactionProposed.self), EventKind(BatchAppraised.self), EventKind(BatchPostVacant.self),
        EventKind(BatchSigned.self),
        EventKind(BatchApproved.self), EventKind(BatchSupervised.self), EventKind(BatchItemsDropped.self), EventKind(BatchExecuted.self),
        EventKind(BatchConfirmed.self), EventKind(BatchCertified.self), EventKind(BatchCancelled.self),
        EventKind(DisposalDelegated.self), EventKind(DelegationEnded.self), EventKind(DisposalDutiesSet.self),
        EventKind(RetentionExtended.self), EventKind(DestructionBegun.self), EventKind(DocumentErased.self),
        EventKind(RedactionBegun.self), EventKind(DocumentRedacted.self),
        EventKind(WordsRedactionProposed.self), EventKind(WordsMarked.self), EventKind(WordsRedactionBegun.self),
        EventKind(WordsRedacted.self),
    ]

    private static let byType = Dictionary(kinds.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })

    /// What is known of a type such as `hold.placed/1`; nil where a newer program wrote it.
    public static func kind(_ type: String) -> EventKind? { byType[type] }
}

/// A type of events as the registry knows it: erased where the type itself was known.
public struct EventKind: Sendable {
    public let event: any Event.Type
    let read: @Sendable (KeyedDecodingContainer<Payload.Key>) throws -> any Event

    /// `hold.placed/1`
    public var type: String { event.type }
    /// How people call what happened.
    public var title: Phrase { event.title }
    /// Whether it is told to the control register, too.
    public var isControlled: Bool { event.isControlled }
    /// One that could have happened.
    public var sample: any Event { event.sample }

    init<Kind: Event>(_ kind: Kind.Type) {
        event = kind
        read = { try $0.decode(kind, forKey: .event) }
    }
}
