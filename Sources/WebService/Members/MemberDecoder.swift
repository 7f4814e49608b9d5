import Records
import Wording

/// Reads a use case from body, path, query and headers together, strictly: what is unknown, of a wrong type or there twice is refused by
/// its name, and words become typed values.
struct MemberDecoder: Decoder {
    let member: Member
    /// Where it stands: `words.title`.
    let path: String
    let ledger: MemberLedger
    /// Members besides those of the body: only the root has them.
    var words: [String: String] = [:]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Reads a whole value.
    ///
    /// - Throws: ``MemberProblem``
    static func read<Value: Decodable>(_ type: Value.Type, body: JSONText?, words: [String: String]) throws -> Value {
        let ledger = MemberLedger()
        for name in words.keys.sorted() where body?[name] != nil { throw MemberProblem.twice(name) }
        // Said here, for a type without members asks for none.
        guard let members = (body ?? .object([])).members else { throw MemberProblem.wrong("body") }
        ledger.give(members.map(\.key) + words.keys, at: "")
        let value = try Value(from: MemberDecoder(member: .json(body ?? .object([])), path: "", ledger: ledger, words: words))
        try ledger.refuseUnknown()
        return value
    }

    /// A value that is one text.
    static func text<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
        try Value(from: MemberDecoder(member: .word(text), path: "", ledger: MemberLedger()))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .json(let text) = member, let members = text.members else { throw MemberProblem.wrong(path) }
        ledger.give(members.map(\.key) + words.keys, at: path)
        return KeyedDecodingContainer(MemberObject<Key>(members: members, decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch member {
        case .json(let text):
            guard let elements = text.elements else { throw MemberProblem.wrong(path) }
            return MemberArray(elements: elements.map { .json($0) }, decoder: self)
        // A word of a query is a list of one, or of several parted by commas.
        case .word(let text): return MemberArray(elements: text.split(separator: ",").map { .word(String($0)) }, decoder: self)
        }
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { MemberValue(decoder: self) }

    func below(_ member: Member, _ name: String) -> MemberDecoder {
        MemberDecoder(member: member, path: joined(path, name), ledger: ledger)
    }

    /// Reads one value; what its own reader says becomes a problem that names the member.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do { return try Value(from: self) } catch let problem as MemberProblem { throw problem } catch {
            if let kind = type as? any Identifying.Type, (try? string()) != nil {
                throw MemberProblem.noIdentifier(path, kind: kind.letter)
            }
            throw MemberProblem.wrong(path, remedy: Self.forms(of: type))
        }
    }

    /// In which forms a value of a type can be written; nil where nobody needs to be told.
    private static func forms(of type: Any.Type) -> Remedy? {
        switch type {
        case let list as any Code.Type: .words(list.choices)
        case is CivilDate.Type: .dayForm
        case is Timestamp.Type: .timeForm
        default: nil
        }
    }

    // MARK: Plain values

    var isNull: Bool { if case .json(.null) = member { true } else { false } }

    func string() throws -> String {
        switch member {
        case .json(.string(let text)), .word(let text): return text
        default: throw MemberProblem.wrong(path)
        }
    }

    func bool() throws -> Bool {
        switch member {
        case .json(.boolean(let value)): return value
        case .word("true"): return true
        case .word("false"): return false
        default: throw MemberProblem.wrong(path, remedy: .trueOrFalse)
        }
    }

    func integer<Value: FixedWidthInteger>() throws -> Value {
        switch member {
        case .json(.number(let text)), .word(let text):
            guard let value = Value(text), text.first != "+" else { throw MemberProblem.wrong(path, remedy: .wholeNumber) }
            return value
        default: throw MemberProblem.wrong(path, remedy: .wholeNumber)
        }
    }
}

/// The identifiers, whatever they are of.
private protocol Identifying {
    static var letter: Character { get }
}

extension Identifier: Identifying {
    static var letter: Character { Kind.letter }
}

/// The members of an object.
private struct MemberObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [JSONText.Member]
    let decoder: MemberDecoder
    var codingPath: [any CodingKey] { [] }

    // Whoever asks for all keys takes whatever there is: a dictionary.
    var allKeys: [Key] {
        let names = members.map(\.key) + decoder.words.keys.sorted()
        for name in names { decoder.ledger.ask(name, at: decoder.path) }
        return names.compactMap { Key(stringValue: $0) }
    }

    private func find(_ key: Key) -> MemberDecoder? {
        decoder.ledger.ask(key.stringValue, at: decoder.path)
        if let word = decoder.words[key.stringValue] { return decoder.below(.word(word), key.stringValue) }
        return members.first { $0.key == key.stringValue }.map { decoder.below(.json($0.value), key.stringValue) }
    }

    private func need(_ key: Key) throws -> MemberDecoder {
        guard let found = find(key) else { throw MemberProblem.missing(joined(decoder.path, key.stringValue)) }
        return found
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { find(key)?.isNull ?? true }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        // A flag that is left out is off.
        if find(key) == nil, let standard = false as? Value { return standard }
        return try need(key).value(type)
    }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try need(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try need(key).unkeyedContainer() }
    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try need(key) }
}

/// The elements of an array.
private struct MemberArray: UnkeyedDecodingContainer {
    let elements: [Member]
    let decoder: MemberDecoder
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(elements: [Member], decoder: MemberDecoder) {
        self.elements = elements
        self.decoder = decoder
    }

    private mutating func next() throws -> MemberDecoder {
        guard !isAtEnd else { throw MemberProblem.wrong(decoder.path) }
        defer { currentIndex += 1 }
        return decoder.below(elements[currentIndex], "\(currentIndex)")
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .json(.null) = elements[currentIndex] else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

/// A value that is no object and no array.
private struct MemberValue: SingleValueDecodingContainer {
    let decoder: MemberDecoder
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { decoder.isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
    func decode(_ type: String.Type) throws -> String { try decoder.string() }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer() }
    func decode(_ type: Double.Type) throws -> Double { throw MemberProblem.wrong(decoder.path) }
    func decode(_ type: Float.Type) throws -> Float { throw MemberProblem.wrong(decoder.path) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}
