import Records

/// Where a root's layout puts an object, for the registered layouts that can be computed here: 0002, 0003 and 0004.
enum LayoutRule: Equatable {
    /// 0002-flat-direct-storage-layout: the identifier is the folder's name.
    case flat
    /// 0003-hash-and-id-n-tuple-storage-layout: tuples of the identifier's digest, then the encoded identifier.
    case hashAndID(FixityAlgorithm, size: Int, number: Int)
    /// 0004-hashed-n-tuple-storage-layout: tuples of the identifier's digest, then all of it, or what is left of it.
    case hashed(FixityAlgorithm, size: Int, number: Int, short: Bool)

    /// A parameter that is not what the extension allows.
    struct Malformed: Error { let parameter: String }

    /// The registered extensions that arrange objects.
    static let names = RegisteredExtensions.names.filter { $0.hasSuffix("-layout") }

    /// - Parameter parameters: As in the extension's `config.json`; what is not there has the extension's default.
    /// - Returns: nil for a layout that is registered and cannot be computed here.
    init?(_ name: String, _ parameters: JSONText) throws(Malformed) {
        switch name {
        case "0002-flat-direct-storage-layout": self = .flat
        case "0003-hash-and-id-n-tuple-storage-layout", "0004-hashed-n-tuple-storage-layout":
            guard let algorithm = try LayoutRule.algorithm(parameters["digestAlgorithm"]) else { return nil }
            let size = try LayoutRule.number("tupleSize", parameters)
            let number = try LayoutRule.number("numberOfTuples", parameters)
            let digits = algorithm.digest(of: []).utf8.count
            guard (size == 0) == (number == 0), size * number <= digits else { throw Malformed(parameter: "tupleSize × numberOfTuples") }
            if name.hasPrefix("0003") {
                self = .hashAndID(algorithm, size: size, number: number)
            } else {
                let short = try LayoutRule.isShort(parameters["shortObjectRoot"])
                guard !short || size * number < digits else { throw Malformed(parameter: "shortObjectRoot") }
                self = .hashed(algorithm, size: size, number: number, short: short)
            }
        default: return nil
        }
    }

    private static func algorithm(_ value: JSONText?) throws(Malformed) -> FixityAlgorithm? {
        guard let value else { return .sha256 }
        guard let algorithm = value.string.flatMap(FixityAlgorithm.init(rawValue:)), algorithm != .size else {
            throw Malformed(parameter: "digestAlgorithm")
        }
        return algorithm.isComputed ? algorithm : nil
    }

    private static func number(_ key: String, _ parameters: JSONText) throws(Malformed) -> Int {
        guard let value = parameters[key] else { return 3 }
        guard case .number(let text) = value, let number = Int(text), (0...32).contains(number) else { throw Malformed(parameter: key) }
        return number
    }

    private static func isShort(_ value: JSONText?) throws(Malformed) -> Bool {
        switch value {
        case nil: false
        case .boolean(let short): short
        default: throw Malformed(parameter: "shortObjectRoot")
        }
    }

    /// The folder of the object with this identifier, relative to the root.
    func place(of identifier: String) -> String {
        switch self {
        case .flat: return identifier
        case .hashAndID(let algorithm, let size, let number):
            let digest = algorithm.digest(of: Array(identifier.utf8))
            let encoded = ObjectLayout.encoded(identifier)
            let folder = encoded.utf8.count > 100 ? "\(encoded.prefix(100))-\(digest)" : encoded
            return (LayoutRule.tuples(digest, size, number) + [folder]).joined(separator: "/")
        case .hashed(let algorithm, let size, let number, let short):
            let digest = algorithm.digest(of: Array(identifier.utf8))
            let folder = short ? String(digest.dropFirst(size * number)) : digest
            return (LayoutRule.tuples(digest, size, number) + [folder]).joined(separator: "/")
        }
    }

    private static func tuples(_ digest: String, _ size: Int, _ number: Int) -> [String] {
        (0..<number).map { String(digest.dropFirst($0 * size).prefix(size)) }
    }
}
