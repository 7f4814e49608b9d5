/// A language in which Muniment speaks to people. Codes and JSON keys are never translated.
public enum Tongue: String, Sendable, CaseIterable, Codable {
    case chinese = "zh"
    case english = "en"

    /// The language a locale name (`zh_CN.UTF-8`) or a language tag (`zh-Hans`) asks for; nil for all others.
    public init?(locale: some StringProtocol) {
        let language = locale.prefix { $0.isLetter }.lowercased()
        self.init(rawValue: language)
    }
}

/// A sentence in both languages, side by side, so that nobody can write one and forget the other.
public struct Phrase: Sendable, Hashable, Codable {
    public let chinese: String
    public let english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    enum CodingKeys: String, CodingKey {
        case chinese = "zh"
        case english = "en"
    }

    /// The same with the rule that it goes by: `R-56`.
    public func citing(_ rule: String) -> Phrase { Phrase("\(chinese)（\(rule)）", "\(english) (\(rule))") }

    /// The sentence in one language.
    public func text(_ tongue: Tongue) -> String { tongue == .chinese ? chinese : english }
}

/// Something to say to a person. Each area of the program has an enum of its messages in this target, one case per message.
public protocol Message: Sendable {
    /// In words that fit whoever asked, whichever way.
    var phrase: Phrase { get }
    /// In the words of one door.
    func phrase(at door: Door) -> Phrase
    /// What can be done where this is why something was refused, whatever it is about; nil where that depends.
    var usualRemedy: (any Message)? { get }
}

/// Where people and programs ask: what can be done about a refusal is done at the same door, in its own words.
public enum Door: Sendable, CaseIterable {
    case commandLine, http
    /// A watched folder, where one lays files down and can say nothing.
    case inbox
}

extension Message {
    public func phrase(at door: Door) -> Phrase { phrase }
    public var usualRemedy: (any Message)? { nil }
    /// The message in one language.
    public func text(_ tongue: Tongue) -> String { phrase.text(tongue) }
    /// The message in one language, in the words of one door.
    public func text(_ tongue: Tongue, at door: Door) -> String { phrase(at: door).text(tongue) }
}
