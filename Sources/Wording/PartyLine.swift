public import Records

extension PartyRecord {
    /// In a line: `青禾（简称：青禾；统一社会信用代码：9135…；联系人：林工 0591-…）`.
    public func line(_ tongue: Tongue) -> String {
        let contact = Phrase("联系人", "contact").text(tongue)
        var facts = otherNames.map { "\($0.kind.text(tongue)): \($0.name)" } + codes.map { "\($0.kind.text(tongue)): \($0.code)" }
        facts += contacts.map { "\(contact): \([$0.name, $0.phone].compactMap(\.self).joined(separator: " "))" }
        return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: "; ")))"
    }
}
