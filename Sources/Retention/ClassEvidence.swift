import Foundation
public import Records

/// In which classes the documents are that have something in common with one.
public struct ClassEvidence: Sendable, Hashable {
    public let kind: SuggestionGround
    public let value: String
    /// How many documents are in each class.
    public let counts: [String: Int]

    public init(kind: SuggestionGround, value: String, counts: [String: Int]) {
        self.kind = kind
        self.value = value
        self.counts = counts
    }

    var all: Int { counts.values.reduce(0, +) }

    /// Of this class's documents, as far as few of them can say.
    fileprivate func weight(of code: String) -> Double { (Double(counts[code] ?? 0) + 0.5) / (Double(all) + 1) }
}

extension ClassSuggestion {
    /// Most classes that are suggested.
    private static let most = 3
    /// What a class must have of what all classes have together.
    private static let least = 0.1

    /// Weighs evidence as if its pieces were independent, which is enough for an order. Classes that take no filings are left out.
    public static func rank(_ evidence: [ClassEvidence], open: (String) -> Bool) -> [ClassSuggestion] {
        let evidence = evidence.filter { $0.all > 0 }
        let codes = Set(evidence.flatMap(\.counts.keys)).filter(open)
        let weights = codes.map { code in (code, evidence.reduce(1) { $0 * $1.weight(of: code) }) }
        let sum = weights.reduce(0) { $0 + $1.1 }
        return weights.filter { $0.1 >= sum * least }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most).map { code, _ in
            ClassSuggestion(class: code, because: grounds(of: code, evidence))
        }
    }

    private static func grounds(of code: String, _ evidence: [ClassEvidence]) -> [Ground] {
        evidence.filter { ($0.counts[code] ?? 0) > 0 }.sorted { $1.weight(of: code) < $0.weight(of: code) }.map {
            Ground(kind: $0.kind, value: $0.value, documents: $0.counts[code] ?? 0, of: $0.all)
        }
    }
}
