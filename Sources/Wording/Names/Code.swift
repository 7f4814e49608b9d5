public import Records
import Retention

/// A value of a closed list that programs know by a code and people by a name. Its names stand in this folder and nowhere else: pages,
/// commands, refusals and searching take them from here, and no code is shown to a person.
public protocol Code: Message, CaseIterable, RawRepresentable<String> {
    /// What people say besides code and names.
    static var synonyms: [(word: String, meaning: Self)] { get }
}

extension Code {
    public static var synonyms: [(word: String, meaning: Self)] { [] }

    /// The value that a word means: its code, its name in either language or a synonym, whatever the case and the gaps.
    public init?(word: String) {
        let key = Self.key(word)
        let value =
            Self.allCases.first { [$0.rawValue, $0.phrase.chinese, $0.phrase.english].contains { Self.key($0) == key } }
            ?? Self.synonyms.first { Self.key($0.word) == key }?.meaning
        guard let value else { return nil }
        self = value
    }

    /// How people call what a code says; the code itself where it is of no such list.
    public static func phrase(of code: String) -> Phrase { Self(rawValue: code)?.phrase ?? Phrase(code, code) }

    /// What people call all of them.
    public static var names: [Phrase] { allCases.map(\.phrase) }

    /// What a program may write, each with what people call it.
    public static var choices: [Phrase] {
        allCases.map { Phrase("\($0.rawValue)（\($0.phrase.chinese)）", "\($0.rawValue) (\($0.phrase.english))") }
    }

    private static func key(_ word: String) -> String { matchingKey(word).filter { $0 != " " && $0 != "_" } }
}

/// Every closed list that people meet.
public enum Codes {
    public static var all: [any Code.Type] {
        [
            Confidentiality.self, DocumentState.self, VersionKind.self, FileRole.self, DocumentNumber.Issuer.self, NumberState.self,
            Relation.self, MatterKind.self, HoldScopeKind.self, Role.self, ReadingProblem.self, PassedOver.self, MetadataField.self,
            DocumentSearch.Order.self,
            RetentionStep.Source.self, Circumstance.self, StandardFact.self, Blocker.self, SuggestionGround.self, ExportFormat.self,
            GrantScopeKind.self, PartyNameKind.self, PartyCodeKind.self, PartyValue.self, PartyLikenessGround.self,
            RightGround.self, DueChoice.self,
            RetentionRule.Beginning.self,
            RetentionRule.Action.self, DisposalRecords.self, DisposalPost.self, BatchState.self, DisposalStep.self, BatchActKind.self,
            DisposalBatch.Duty.self,
            DisposalObstacle.self, DossierStage.self, DossierClock.self, DossierMark.Kind.self, DossierItemView.State.self,
            WaitingLine.Kind.self, CustodyState.self, CustodyStep.self, OriginalForm.self, StocktakeFinding.self,
        ]
    }
}
