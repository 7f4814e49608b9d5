import Archive
import ArgumentParser
import Records
import Wording

/// A thing or a word as a person types it. It is read when the command runs: a slip is answered like every other refusal, in the person's
/// language, with a code, and as JSON where that is asked for.
struct Given<Value: Givable>: ExpressibleByArgument {
    private let text: String

    init(argument: String) { text = argument }

    static var allValueStrings: [String] { Value.choices }

    /// What was meant.
    ///
    /// - Throws: ``ArchiveError`` that says what is wrong with it, and what there is.
    func value() throws(ArchiveError) -> Value { try Value.read(text) }
}

extension Array {
    /// All that were meant, in their order.
    func values<Value>() throws(ArchiveError) -> [Value] where Element == Given<Value> {
        try map { one throws(ArchiveError) in try one.value() }
    }
}

/// What a person can name on the command line.
protocol Givable: Sendable {
    /// What can be typed, where it is a closed list.
    static var choices: [String] { get }
    static func read(_ text: String) throws(ArchiveError) -> Self
}

extension Givable {
    static var choices: [String] { [] }
}

extension Givable where Self: Code {
    static var choices: [String] { allCases.map(\.rawValue) }

    /// A code, or the name by which people call it, in either language.
    static func read(_ text: String) throws(ArchiveError) -> Self {
        if let value = Self(word: text) { return value }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(text), remedy: Remedy.words(names), subject: text)
    }
}

extension VersionKind: Givable {}
extension Role: Givable {}
extension Relation: Givable {}
extension OriginalForm: Givable {}
extension PackState: Givable {}
extension Carrier: Givable {}
extension TransmittalDirection: Givable {}
extension TransmittalState: Givable {}
extension TransmittalSettled.Outcome: Givable {}
extension DocumentSearch.Order: Givable {}
extension MatterKind: Givable {}

extension Identifier: Givable {
    static func read(_ text: String) throws(ArchiveError) -> Self { try Self(asked: text) }
}

extension CivilDate: Givable {
    static func read(_ text: String) throws(ArchiveError) -> CivilDate {
        if let day = CivilDate(text) { return day }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(text), remedy: Remedy.dayForm, subject: text)
    }
}

extension Timestamp: Givable {
    /// A time, or a day that begins at midnight UTC.
    static func read(_ text: String) throws(ArchiveError) -> Timestamp {
        if let time = Timestamp(text) ?? Timestamp(text + "T00:00:00Z") { return time }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(text), remedy: Remedy.timeForm, subject: text)
    }
}

extension Int: Givable {
    /// A count or a number: none is negative.
    static func read(_ text: String) throws(ArchiveError) -> Int {
        if let number = WholeNumber.read(text, in: 0...WholeNumber.largest) { return number }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(text), remedy: Remedy.wholeNumber, subject: text)
    }
}

/// The number that an event or a matter has (序号); nothing has what is no number.
struct Ordinal: Givable {
    let number: Int

    static func read(_ text: String) throws(ArchiveError) -> Ordinal {
        if let number = WholeNumber.read(text, in: 1...WholeNumber.largest) { return Ordinal(number: number) }
        throw ArchiveError(.recordUnknown, DealMessage.unknown(text), remedy: Remedy.checkNumber, subject: text)
    }
}

extension VersionNumber: Givable {
    static func read(_ text: String) throws(ArchiveError) -> Self {
        if let number = WholeNumber.read(text, in: 1...WholeNumber.largest).flatMap({ VersionNumber($0) }) { return number }
        throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "version", value: text), subject: text)
    }
}
