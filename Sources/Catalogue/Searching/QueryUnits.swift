import Foundation

/// The smallest things a query asks for: pairs of signs, single signs, words. Each has a weight, the greater the rarer it is.
struct QueryUnits {
    /// Most units of each kind that count: a longer query says no more about what is meant.
    static let most = 64
    /// A single sign says less than a pair, which holds two of them.
    static let signWeight = 0.5

    private(set) var pairs: [[UInt32]] = []
    private(set) var signs: [UInt32] = []
    private(set) var words: [[UInt32]] = []
    /// Of the three kinds one after the other.
    var weights: [Double] = []
    /// The words of the query, folded, one after the other.
    let folded: [UInt32]

    init(_ terms: [TextTerm]) {
        folded = terms.map { Fold.scalars($0.text) }.reduce(into: []) { all, next in all += all.isEmpty ? next : [0x20] + next }
        Tokenizer.tokenize(folded, isQuery: true) { token, _ in
            if let first = token.first, CharacterClass.isSign(first) {
                if token.count == 2, pairs.count < QueryUnits.most, !pairs.contains(Array(token)) { pairs.append(Array(token)) }
                for sign in token where signs.count < QueryUnits.most && !signs.contains(sign) { signs.append(sign) }
            } else if words.count < QueryUnits.most, !words.contains(Array(token)) {
                words.append(Array(token))
            }
            return true
        }
        weights =
            Array(repeating: 1, count: pairs.count) + Array(repeating: QueryUnits.signWeight, count: signs.count)
            + Array(repeating: 1, count: words.count)
    }

    var count: Int { weights.count }
    /// Whether a document can hold some of it and not all.
    var isDivisible: Bool { count > 1 }

    /// What is asked of the index for each.
    var expressions: [MatchExpression] {
        pairs.map { MatchExpression(unit: $0) } + signs.map { MatchExpression(sign: $0) } + words.map { MatchExpression(unit: $0) }
    }

    /// Whether a unit is a single sign.
    func isSign(_ unit: Int) -> Bool { (pairs.count..<(pairs.count + signs.count)).contains(unit) }

    /// Weighs each unit by how few of the documents hold it.
    mutating func weigh(holders: [Int], of documents: Int) {
        for unit in weights.indices {
            let (all, some) = (Double(documents), Double(holders[unit]))
            let rarity = log(1 + (all - some + 0.5) / (some + 0.5))
            weights[unit] = rarity * (isSign(unit) ? QueryUnits.signWeight : 1)
        }
    }
}
