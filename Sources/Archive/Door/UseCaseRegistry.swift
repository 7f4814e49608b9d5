public import Foundation
public import Records

/// All use cases that are values, in one list: the walks over rights, keys, holds, languages and the service's routes go through it.
public enum UseCaseRegistry {
    public static let all: [UseCaseKind] = [
        .question(ShowDocument.self), .question(ListDocuments.self), .change(EditDocument.self), .change(WithdrawDocument.self),
        .change(ReinstateDocument.self),
        .question(SearchDocuments.self), .question(FindDocuments.self),
        .change(RegisterParty.self), .question(ListParties.self), .change(EditParty.self), .question(ShowParty.self),
        .change(RegisterSite.self), .change(EditSite.self),
        .change(MergeParties.self), .change(PartParties.self),
        .change(OpenDossier.self), .change(CloseDossier.self), .change(ReopenDossier.self), .change(LinkDocuments.self),
        .change(LeadDossier.self),
        .change(SetDossierTemplate.self), .change(MarkDossierItem.self), .question(CheckDossier.self), .change(AssignDossiers.self),
        .change(MergeDossiers.self), .change(SplitDossier.self), .question(ShowDossierTemplates.self),
        .change(LoadDossierTemplates.self), .question(ListNext.self),
        .change(RegisterOriginals.self), .change(MoveOriginal.self), .change(ConfirmOriginal.self), .change(RefuseOriginal.self),
        .change(ShelveOriginal.self), .change(LendOriginal.self), .change(ReturnOriginal.self), .change(SendOriginal.self),
        .change(ReleaseOriginal.self), .change(MissOriginal.self), .change(FindOriginal.self), .question(ShowOriginal.self),
        .question(ListOriginals.self), .change(ConsentToLoan.self), .change(SetLoanRules.self), .question(ListLoanRules.self),
        .change(TakeStock.self), .question(ListStocktakes.self),
        .question(PrintOriginalLabels.self), .question(PrintStocktakeList.self), .question(ExportTransferList.self),
        .change(SendTransmittal.self), .change(ReceiveTransmittal.self), .change(SettleTransmittal.self), .change(SetCarriage.self),
        .question(ShowTransmittal.self), .question(ListTransmittals.self), .question(PrintTransmittal.self),
        .change(MakePack.self), .change(FillPackItem.self), .change(IssuePack.self), .change(SignPack.self), .question(ShowPack.self),
        .question(ListPacks.self), .question(ListReceivers.self), .change(LoadReceivers.self),
        .change(UnlinkDocument.self), .question(ShowDossier.self), .question(ListDossiers.self),
        .change(RelateDocuments.self), .change(UnrelateDocuments.self), .question(ListRelations.self),
        .change(ReserveNumber.self), .change(ExplainNumber.self), .change(SetNumbering.self), .question(ListNumberGaps.self),
        .change(ClassifyDocuments.self), .question(SuggestClass.self), .question(ShowScheme.self), .question(CheckScheme.self),
        .question(CompareScheme.self),
        .change(LoadScheme.self), .change(CloseClass.self), .change(MergeClass.self), .change(SplitClass.self),
        .question(ShowSchedule.self), .question(CheckSchedule.self), .question(SimulateSchedule.self), .change(LoadSchedule.self),
        .change(RecordFact.self), .change(SetOwnRule.self), .change(OpenMatter.self), .change(CloseMatter.self),
        .question(ListMatters.self),
        .question(ShowRetention.self), .question(ListDue.self), .question(CountDue.self), .question(ExportDue.self),
        .change(PlaceHold.self), .change(LiftHold.self), .question(ListHolds.self),
        .change(RestrictDocument.self), .change(LiftRestriction.self), .change(OpenRestricted.self), .question(ListRestricted.self),
        .change(ProposeDisposal.self), .change(AppraiseDisposal.self), .change(EnterVacantPost.self), .change(SignDisposal.self),
        .change(ApproveDisposal.self), .change(SuperviseDisposal.self), .change(ConfirmDisposal.self), .change(CancelDisposal.self),
        .question(ShowDisposal.self),
        .question(ListDisposals.self), .question(ListDestroyed.self), .change(DelegateDisposal.self), .change(EndDelegation.self),
        .question(ListDelegations.self), .change(SetDisposalDuties.self), .question(ListDisposalDuties.self),
        .change(GiveGrant.self), .change(EndGrant.self), .question(ListGrants.self), .question(ShowRights.self),
        .change(SetAccount.self), .question(ListAccounts.self), .question(ListTokens.self),
        .change(AcceptClock.self), .question(ShowExtraction.self), .question(ShowStatistics.self),
    ]
}

/// A use case as the registry knows it: erased where the type itself was known.
public struct UseCaseKind: Sendable {
    /// `PlaceHold`
    public let name: String
    public let operation: Operation
    public let isChange: Bool
    /// The sample's members as JSON.
    public let sample: @Sendable () throws -> Data
    /// Carries out what some JSON says; answers as JSON with sorted keys.
    public let perform: @Sendable (Data, any Archive, Actor, _ key: String?) async throws -> Data

    static func question<Asked: Question>(_ kind: Asked.Type) -> UseCaseKind {
        UseCaseKind(
            name: "\(kind)", operation: kind.operation, isChange: false, sample: { try encoded(kind.sample) },
            perform: { json, archive, actor, _ in
                try encoded(try await archive.ask(try JSONDecoder().decode(kind, from: json), as: actor))
            })
    }

    static func change<Made: Change>(_ kind: Made.Type) -> UseCaseKind {
        UseCaseKind(
            name: "\(kind)", operation: kind.operation, isChange: true, sample: { try encoded(kind.sample) },
            perform: { json, archive, actor, key in
                try encoded(try await archive.carryOut(try JSONDecoder().decode(kind, from: json), as: actor, key: key).answer)
            })
    }

    private static func encoded(_ value: some Encodable) throws -> Data { Data(try CanonicalJSON.bytes(value)) }
}

extension UseCaseKind: CustomStringConvertible {
    public var description: String { name }
}
