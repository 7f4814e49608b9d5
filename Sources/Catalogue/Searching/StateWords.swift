import Records
import Wording

/// The states of a contract as people write them.
enum StateWords {
    /// The state that a code or a name in either language means.
    static func state(_ words: String) -> DocumentState? { byName[key(words)] }

    private static func key(_ words: String) -> String { Fold.string(words).filter { $0 != " " && $0 != "_" } }

    private static let byName: [String: DocumentState] = {
        var names: [String: DocumentState] = [:]
        for name in StateName.allCases {
            guard let state = DocumentState(rawValue: name.rawValue) else { continue }
            for word in [name.rawValue, name.phrase.chinese, name.phrase.english] { names[key(word)] = state }
        }
        for (word, state) in others { names[key(word)] = state }
        return names
    }()

    private static let others: [(String, DocumentState)] = [
        ("草稿", .drafting), ("评审", .underReview), ("批准", .approved), ("用印", .outForSignature), ("送签中", .outForSignature),
        ("履行", .inForce), ("执行中", .inForce), ("生效", .inForce), ("active", .inForce), ("已中止", .suspended), ("已履行", .performed),
        ("履行完", .performed), ("完成", .performed), ("已完成", .performed), ("已到期", .expired), ("过期", .expired), ("已终止", .terminated),
        ("已解除", .rescinded), ("已作废", .void), ("draft", .drafting),
    ]
}
