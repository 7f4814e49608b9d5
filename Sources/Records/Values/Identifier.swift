/// What an identifier names; its letter is the first symbol, so that a person sees what is meant.
public protocol IdentifierKind: Sendable {
    /// One upper-case letter, different for each kind.
    static var letter: Character { get }
}

/// 文件
public enum DocumentKind: IdentifierKind { public static let letter: Character = "D" }
/// 客户
public enum PartyKind: IdentifierKind { public static let letter: Character = "P" }
/// 案卷
public enum DossierKind: IdentifierKind { public static let letter: Character = "C" }
/// 冻结
public enum HoldKind: IdentifierKind { public static let letter: Character = "H" }
/// 销毁批次
public enum BatchKind: IdentifierKind { public static let letter: Character = "B" }
/// 现场
public enum SiteKind: IdentifierKind { public static let letter: Character = "S" }
/// 原件
public enum OriginalKind: IdentifierKind { public static let letter: Character = "O" }
/// 交底资料
public enum PackKind: IdentifierKind { public static let letter: Character = "K" }
/// 递送
public enum TransmittalKind: IdentifierKind { public static let letter: Character = "T" }
/// 账号
public enum AccountKind: IdentifierKind { public static let letter: Character = "A" }

public typealias DocumentID = Identifier<DocumentKind>
public typealias PartyID = Identifier<PartyKind>
public typealias DossierID = Identifier<DossierKind>
public typealias HoldID = Identifier<HoldKind>
public typealias BatchID = Identifier<BatchKind>
public typealias SiteID = Identifier<SiteKind>
public typealias OriginalID = Identifier<OriginalKind>
public typealias PackID = Identifier<PackKind>
public typealias TransmittalID = Identifier<TransmittalKind>
public typealias AccountID = Identifier<AccountKind>

/// The name of a thing in the archive that never changes: a kind letter, 11 random symbols and a check symbol.
///
/// People see `D-7K3M-9QXT-2VHT`; it is kept and compared without hyphens. Read aloud or typed from paper it
/// still works: any case, and I, L for 1 and O for 0 after the kind letter. One wrong symbol is
/// always noticed, and nearly every exchange of two neighbours (ISO 7064, hybrid system with M = 32).
public struct Identifier<Kind: IdentifierKind>: Sendable, Hashable {
    /// Thirteen symbols without hyphens: `D7K3M9QXT2VHT`.
    public let compact: String

    /// Reads an identifier as a person or a program wrote it.
    ///
    /// - Throws: ``IdentifierError``, which says what is wrong with it.
    public init(_ text: some StringProtocol) throws(IdentifierError) {
        let symbols = text.uppercased().filter { $0 != "-" && $0 != " " }
        guard symbols.count == 13 else { throw .wrongLength(String(text)) }
        guard symbols.first == Kind.letter else { throw .wrongKind(String(text), expected: Kind.letter) }
        var values: [Int] = []
        for symbol in symbols.dropFirst() {
            guard let value = Crockford.value(of: symbol) else { throw .wrongSymbol(String(text), symbol) }
            values.append(value)
        }
        guard Crockford.checkSymbol(over: values.dropLast()) == values[11] else { throw .wrongCheckSymbol(String(text)) }
        compact = String(Kind.letter) + String(values.map { Crockford.alphabet[$0] })
    }

    /// Draws a new identifier.
    public static func random(using generator: inout some RandomNumberGenerator) -> Identifier {
        let values = (0..<11).map { _ in Int.random(in: 0..<32, using: &generator) }
        let symbols = (values + [Crockford.checkSymbol(over: values[...])]).map { Crockford.alphabet[$0] }
        return Identifier(trusted: String(Kind.letter) + String(symbols))
    }

    /// Draws a new identifier from the system's randomness.
    public static func random() -> Identifier {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// Two that could be anybody's, for samples: `D-7K3M-9QXT-2VH…`.
    public static var sample: Identifier { drawn("7K3M9QXT2VH") }
    public static var other: Identifier { drawn("4N8P0RWZ6AB") }

    private static func drawn(_ symbols: String) -> Identifier {
        let values = symbols.compactMap { Crockford.value(of: $0) }
        return Identifier(trusted: String(Kind.letter) + symbols + String(Crockford.alphabet[Crockford.checkSymbol(over: values[...])]))
    }

    private init(trusted: String) { compact = trusted }
}

extension Identifier: CustomStringConvertible {
    /// As people see it: `D-7K3M-9QXT-2VHT`.
    public var description: String {
        Crockford.hyphenated(compact)
    }
}

/// An identifier of any kind as people see it; a text that is none is given back as it is.
public func shownIdentifier(_ compact: String) -> String {
    guard compact.utf8.count == 13, let kind = compact.first, kind.isLetter,
        compact.dropFirst().allSatisfy({ Crockford.value(of: $0) != nil })
    else { return compact }
    return Crockford.hyphenated(compact)
}

extension Identifier: Comparable {
    public static func < (left: Identifier, right: Identifier) -> Bool { left.compact < right.compact }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Why a text is no identifier.
public enum IdentifierError: Error, Sendable, Equatable {
    case wrongLength(String)
    case wrongKind(String, expected: Character)
    case wrongSymbol(String, Character)
    case wrongCheckSymbol(String)
}

/// Crockford's base 32: digits and letters without I, L, O and U.
enum Crockford {
    static let alphabet: [Character] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Thirteen symbols as people see them: `D-7K3M-9QXT-2VHT`.
    static func hyphenated(_ compact: String) -> String {
        let symbols = Array(compact)
        return "\(symbols[0])-\(String(symbols[1...4]))-\(String(symbols[5...8]))-\(String(symbols[9...12]))"
    }

    static func value(of symbol: Character) -> Int? {
        switch symbol {
        case "I", "L": 1
        case "O": 0
        default: alphabet.firstIndex(of: symbol)
        }
    }

    /// ISO 7064, hybrid system MOD M+1,M with M = 32.
    static func checkSymbol(over values: ArraySlice<Int>) -> Int {
        var product = 32
        for value in values {
            let sum = (product + value) % 32
            product = (sum == 0 ? 32 : sum) * 2 % 33
        }
        return (33 - product) % 32
    }
}
