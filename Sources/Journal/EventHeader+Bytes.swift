import Records

extension EventHeader {
    /// The header's exact bytes: JSON without white space, keys in this order, nothing that would need escaping.
    var bytes: [UInt8] {
        let names = subjects.map { "\"\($0)\"" }.joined(separator: ",")
        let text = """
            {"seq":\(sequence),"group":\(group),"at":"\(at)","actor":"\(actor)","type":"\(type.name)",\
            "subject":[\(names)],"payload":"\(payload.hex)","prev":"\(previous.hex)"}
            """
        return Array(text.utf8)
    }

    /// Reads a header that was written as ``bytes`` writes it, and in no other way: what is read can be written again byte for byte.
    init?(bytes: ArraySlice<UInt8>) {
        var scanner = HeaderScanner(rest: bytes)
        guard scanner.skip("{\"seq\":"), let sequence = scanner.number(), scanner.skip(",\"group\":"), let group = scanner.number(),
            scanner.skip(",\"at\":\""), let at = scanner.time(), scanner.skip(",\"actor\":\""), let actor = scanner.quoted(),
            isOpaqueName(actor), scanner.skip(",\"type\":\""), let type = scanner.quoted(),
            let eventType = EventType(String(decoding: type, as: UTF8.self)), scanner.skip(",\"subject\":["),
            let subjects = scanner.names(), scanner.skip(",\"payload\":\""), let payload = scanner.digest(),
            scanner.skip(",\"prev\":\""), let previous = scanner.digest(), scanner.skip("}"), scanner.rest.isEmpty
        else { return nil }
        self.init(
            sequence: sequence, group: group, at: at, actor: String(decoding: actor, as: UTF8.self), type: eventType, subjects: subjects,
            payload: payload, previous: previous)
    }
}

/// Takes a header apart, piece by piece; each piece answers nil, or false, where the bytes are another thing.
private struct HeaderScanner {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ literal: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        guard rest.count >= expected.count, rest.prefix(expected.count).elementsEqual(expected) else { return false }
        rest = rest.dropFirst(expected.count)
        return true
    }

    /// A number from 1, without leading zeros, that fits every tool's integers (`jq` keeps 15 digits exactly).
    mutating func number() -> Int? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...15).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// What stands before the next quotation mark, which is passed as well.
    mutating func quoted() -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    mutating func time() -> Timestamp? {
        guard let text = quoted(), text.count == 24 else { return nil }
        return Timestamp(String(decoding: text, as: UTF8.self))
    }

    mutating func digest() -> JournalDigest? {
        guard let text = quoted() else { return nil }
        return JournalDigest(hex: String(decoding: text, as: UTF8.self))
    }

    /// Quoted names up to and with the closing bracket.
    mutating func names() -> [String]? {
        if skip("]") { return [] }
        var names: [String] = []
        while names.count < NewEvent.mostSubjects, skip("\""), let name = quoted(), isOpaqueName(name) {
            names.append(String(decoding: name, as: UTF8.self))
            if skip("]") { return names }
            guard skip(",") else { return nil }
        }
        return nil
    }
}
