import Archive
import Records

/// Makes up values as a type's reader asks for them, and writes down what it asked for.
final class ShapeRecorder: Decoder {
    fileprivate var shape: Shape?
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    /// What a type reads, and a value that it made of what was made up.
    static func shape<Value: Decodable>(of type: Value.Type) throws -> (value: Value, shape: Shape) {
        if let kind = type as? any TextShaped.Type {
            let shape = Shape.text(pattern: kind.textPattern, example: kind.textExample)
            return (try MemberDecoder.text(kind.textExample, as: type), shape)
        }
        if let cases = Self.cases(of: type) { return (try MemberDecoder.text(cases[0], as: type), .oneOf(cases)) }
        if let list = type as? any ListShaped.Type, let empty = list.empty as? Value { return (empty, .array(try Shape(of: list.element))) }
        if let map = type as? any MapShaped.Type, let empty = map.empty as? Value {
            return (empty, .dictionary(try Shape(of: map.element)))
        }
        if type == PlaceHold.Scope.self, let scope = PlaceHold.sample.scope as? Value { return (scope, Self.scope(HoldScopeKind.self)) }
        if type == GrantScope.self, let scope = GiveGrant.sample.scope as? Value { return (scope, Self.scope(GrantScopeKind.self)) }
        let recorder = ShapeRecorder()
        let value = try Value(from: recorder)
        if let said = type as? any MaybeNothing.Type { return (value, .nullable(try Shape(of: said.something))) }
        let shape = recorder.shape ?? .object([])
        guard case .object = shape else { return (value, shape) }
        return (value, "\(type)".contains("<") ? shape : .named(Self.name(of: type), shape))
    }

    /// The type's name with those of the types it stands in: several have a `Version`.
    private static func name(of type: any Decodable.Type) -> String {
        String(reflecting: type).split(separator: ".").dropFirst().joined(separator: ".")
    }

    /// What a hold or a grant covers: the kind decides what `of` is.
    private static func scope<Kind: CaseIterable & RawRepresentable<String>>(_ kind: Kind.Type) -> Shape {
        .object([
            .init(name: "kind", shape: .oneOf(kind.allCases.map(\.rawValue)), isRequired: true),
            .init(name: "of", shape: .text(pattern: nil, example: "青禾置业"), isRequired: true),
        ])
    }

    /// The codes of an enumeration.
    private static func cases(of type: any Decodable.Type) -> [String]? {
        func codes<Code: CaseIterable & RawRepresentable>(_ code: Code.Type) -> [String] {
            code.allCases.compactMap { $0.rawValue as? String }
        }
        guard let listed = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        let found = codes(listed)
        return found.isEmpty ? nil : found
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        if shape == nil { shape = .object([]) }
        return KeyedDecodingContainer(RecordedObject<Key>(recorder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw MemberProblem.wrong("array") }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { RecordedValue(recorder: self) }

    fileprivate func add(_ member: Shape.Member) {
        guard case .object(let members) = shape, !members.contains(where: { $0.name == member.name }) else { return }
        shape = .object(members + [member])
    }
}

/// What is said, and may be nothing.
private protocol MaybeNothing {
    static var something: any Decodable.Type { get }
}

extension Said: MaybeNothing {
    static var something: any Decodable.Type { Value.self }
}

/// Lists and maps, whose elements are described by themselves.
protocol ListShaped {
    static var empty: Any { get }
    static var element: any Decodable.Type { get }
}

extension Array: ListShaped where Element: Decodable {
    static var empty: Any { [Element]() }
    static var element: any Decodable.Type { Element.self }
}

protocol MapShaped {
    static var empty: Any { get }
    static var element: any Decodable.Type { get }
}

extension Dictionary: MapShaped where Key == String, Value: Decodable {
    static var empty: Any { [String: Value]() }
    static var element: any Decodable.Type { Value.self }
}

private struct RecordedObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: ShapeRecorder
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    private func record<Value: Decodable>(_ type: Value.Type, _ key: Key, isRequired: Bool) throws -> Value {
        let (value, shape) = try ShapeRecorder.shape(of: type)
        // A flag that is left out is off.
        recorder.add(.init(name: key.stringValue, shape: shape, isRequired: isRequired && type != Bool.self))
        return value
    }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try record(type, key, isRequired: true) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try record(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try record(type, key, isRequired: false) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try record(type, key, isRequired: false) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try record(type, key, isRequired: false) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try record(type, key, isRequired: false) }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        throw MemberProblem.wrong(key.stringValue)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw MemberProblem.wrong(key.stringValue) }
    func superDecoder() throws -> any Decoder { recorder }
    func superDecoder(forKey key: Key) throws -> any Decoder { recorder }
}

private struct RecordedValue: SingleValueDecodingContainer {
    let recorder: ShapeRecorder
    var codingPath: [any CodingKey] { [] }

    private func take<Value>(_ value: Value, _ shape: Shape) -> Value {
        recorder.shape = shape
        return value
    }

    func decodeNil() -> Bool { false }
    func decode(_ type: Bool.Type) throws -> Bool { take(false, .boolean) }
    func decode(_ type: String.Type) throws -> String { take("x", .text(pattern: nil, example: "x")) }
    func decode(_ type: Int.Type) throws -> Int { take(1, .integer) }
    func decode(_ type: Int8.Type) throws -> Int8 { take(1, .integer) }
    func decode(_ type: Int16.Type) throws -> Int16 { take(1, .integer) }
    func decode(_ type: Int32.Type) throws -> Int32 { take(1, .integer) }
    func decode(_ type: Int64.Type) throws -> Int64 { take(1, .integer) }
    func decode(_ type: UInt.Type) throws -> UInt { take(1, .integer) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { take(1, .integer) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { take(1, .integer) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { take(1, .integer) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { take(1, .integer) }
    func decode(_ type: Double.Type) throws -> Double { take(1, .integer) }
    func decode(_ type: Float.Type) throws -> Float { take(1, .integer) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try ShapeRecorder.shape(of: type)
        return take(value, shape)
    }
}
