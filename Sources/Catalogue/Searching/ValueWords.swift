import Records

/// What values of fields have in common, and the values that are neither date nor text. All words are folded before.
enum ValueWords {
    enum Comparison { case atLeast, above, atMost, below }

    /// The sign a value begins with, and what follows it.
    static func comparison(_ text: String) -> (Comparison, String)? {
        let signs: [(String, Comparison)] = [
            (">=", .atLeast), ("≥", .atLeast), ("=>", .atLeast), (">", .above), ("<=", .atMost), ("≤", .atMost), ("=<", .atMost),
            ("<", .below),
        ]
        for (sign, meaning) in signs where text.hasPrefix(sign) { return (meaning, String(text.dropFirst(sign.count))) }
        return nil
    }

    /// Both sides of a range; either may be empty.
    static func bounds(_ text: String) -> (String, String)? {
        // Folding has made `…` three dots and `～` a `~`.
        for sign in ["...", "..", "~", "至", "到"] {
            guard let found = text.firstRange(of: sign) else { continue }
            return (String(text[..<found.lowerBound]), String(text[found.upperBound...]))
        }
        return nil
    }

    /// `>=100000`, `10万..50万`, `128万`, `USD 1000`.
    static func amount(_ words: String) -> FieldCondition? {
        let text = Fold.string(words).filter { $0 != " " }
        if let (sign, rest) = comparison(text) {
            guard let amount = try? Amount(words: rest) else { return nil }
            let value = amount.hundredths
            return switch sign {
            case .atLeast: condition(value, nil, amount)
            case .above: value == .max ? nil : condition(value + 1, nil, amount)
            case .atMost: condition(nil, value, amount)
            case .below: value == .min ? nil : condition(nil, value - 1, amount)
            }
        }
        if let exact = try? Amount(words: text) { return condition(exact.hundredths, exact.hundredths, exact) }
        guard let (left, right) = bounds(text), !(left.isEmpty && right.isEmpty) else { return nil }
        let (low, high) = (try? Amount(words: left), try? Amount(words: right))
        guard left.isEmpty || low != nil, right.isEmpty || high != nil, let known = high ?? low else { return nil }
        return condition(left.isEmpty ? nil : low?.hundredths, right.isEmpty ? nil : high?.hundredths, known)
    }

    /// An amount without a currency may be of any; one that names a foreign currency means it.
    private static func condition(_ from: Int64?, _ through: Int64?, _ amount: Amount) -> FieldCondition {
        .amount(from: from, through: through, currency: amount.currency == "CNY" ? nil : amount.currency)
    }

    static func confidentiality(_ words: String) -> Confidentiality? {
        switch Fold.string(words) {
        case "public", "公开": .open
        case "internal", "内部": .internal
        case "secret", "秘密", "机密": .secret
        default: nil
        }
    }
}
