/// What a name of a party is to it.
public enum PartyNameKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// 简称
    case short
    /// 全称, beside the name that it goes by
    case full
    /// 曾用名
    case former
}

/// A further name of a party, beside the one that it goes by.
public struct PartyName: Sendable, Hashable, Codable {
    public let name: String
    public let kind: PartyNameKind

    public init(_ name: String, _ kind: PartyNameKind) {
        self.name = name
        self.kind = kind
    }
}

/// What makes two names of parties alike, however they are written.
public struct PartyNameKey: Sendable, Hashable {
    /// Alike for the same name in wide or narrow letters, with blanks or brackets or without, 有限责任公司 or 有限公司.
    public let alike: String
    /// The same without its legal form (有限公司, 集团 …): 青禾置业有限公司 and 青禾置业集团 may be one.
    public let core: String

    public init(of name: String) {
        let plain = String(matchingKey(name).unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        alike = Self.forms.reduce(plain.isEmpty ? matchingKey(name) : plain) { $0.replacing($1.long, with: $1.short) }
        var core = alike
        while let form = Self.endings.first(where: { core.hasSuffix($0) && core.count > $0.count }) { core.removeLast(form.count) }
        self.core = core
    }

    /// Ways to write the same legal form (公司法 2023, §7: 有限责任公司 or 有限公司, 股份有限公司 or 股份公司).
    private static let forms = [("有限责任公司", "有限公司"), ("股份有限公司", "股份公司")].map { (long: $0.0, short: $0.1) }
    private static let endings = ["有限公司", "股份公司", "公司", "集团", "COLTD", "LTD", "INC", "GMBH", "LLC"]
}
