/// The number of a document's version: 1, 2, 3 … without gaps; version n is `vn` in the object.
public struct VersionNumber: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// 1 or more.
    public let value: Int

    /// - Returns: nil below 1, and above ``WholeNumber/largest``.
    public init?(_ value: Int) {
        guard (1...WholeNumber.largest).contains(value) else { return nil }
        self.value = value
    }

    public static let first = VersionNumber(trusted: 1)
    /// The version after this one.
    public var next: VersionNumber { VersionNumber(trusted: value + 1) }
    public var description: String { "\(value)" }
    /// Its folder's name in an OCFL object: `v3`.
    public var folderName: String { "v\(value)" }

    private init(trusted: Int) { value = trusted }

    public static func < (left: VersionNumber, right: VersionNumber) -> Bool { left.value < right.value }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let version = VersionNumber(try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "versions start at 1")
        }
        self = version
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// The name under which a version holds a file: relative, `/` between parts, no part `.`, `..` or empty (OCFL 1.1, 3.5.3.1).
public struct LogicalPath: Sendable, Hashable, Codable {
    public let text: String

    /// - Returns: nil for a path that OCFL forbids.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
        self.text = text
    }

    public static func == (left: LogicalPath, right: LogicalPath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    public func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }

    /// The part after the last `/`.
    public var name: String { String(text.split(separator: "/").last ?? "") }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let path = LogicalPath(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a logical path")
        }
        self = path
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension LogicalPath: CustomStringConvertible { public var description: String { text } }

/// The name of a file as a user gave it, checked to be one that can be shown and kept.
///
/// Swift compares strings by canonical equivalence, so `==` holds between the NFC and NFD forms of a name; an archive
/// keeps both apart, and therefore compares bytes.
public struct FileName: Sendable, Hashable, Codable {
    public let text: String

    /// Most bytes a name may have, as on common file systems.
    public static let longest = 255

    /// Why a name cannot be taken.
    public enum Problem: Error, Sendable, Equatable {
        case empty, dots, slash, tooLong(bytes: Int)
        /// A control character or one that changes the direction of writing, which can make a name look like another.
        case unseemly(Unicode.Scalar)
    }

    /// For samples: 合同.pdf
    public static let sample = FileName(trusted: "合同.pdf")

    private init(trusted: String) { text = trusted }

    /// - Throws: ``Problem`` for a name that is refused.
    public init(_ text: String) throws(Problem) {
        guard !text.isEmpty else { throw .empty }
        guard text != ".", text != ".." else { throw .dots }
        guard text.utf8.count <= FileName.longest else { throw .tooLong(bytes: text.utf8.count) }
        for scalar in text.unicodeScalars {
            if scalar == "/" { throw .slash }
            if scalar.isUnseemly { throw .unseemly(scalar) }
        }
        self.text = text
    }

    public static func == (left: FileName, right: FileName) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    public func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }

    /// The same with something before its ending: `合同（脱敏）.pdf`. Cut where it would be too long.
    ///
    /// - Throws: ``Problem`` for a mark that no name may have.
    public func marked(_ mark: String) throws(Problem) -> FileName {
        let dot = text.lastIndex(of: ".").flatMap { $0 > text.startIndex && text[$0...].utf8.count <= 16 ? $0 : nil } ?? text.endIndex
        var stem = text[..<dot]
        while !stem.isEmpty, stem.utf8.count + mark.utf8.count + text[dot...].utf8.count > FileName.longest { stem.removeLast() }
        return try FileName(stem + mark + text[dot...])
    }

    /// Where a version holds a file of this name: `files/<name>`.
    public var logicalPath: LogicalPath {
        guard let path = LogicalPath("files/" + text) else { preconditionFailure("file name: checked, yet no logical path") }
        return path
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { try self.init(try container.decode(String.self)) } catch let problem as Problem {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a file name: \(problem)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension FileName: CustomStringConvertible { public var description: String { text } }

/// A media type as found in the bytes, without parameters: `application/pdf`.
public struct MediaType: Sendable, Hashable, Codable, CustomStringConvertible {
    public let text: String

    /// - Returns: nil unless it is `type/subtype` of the characters RFC 6838 allows.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+")
        let lower = text.lowercased()
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 127 }),
            lower.allSatisfy({ $0 == "/" || allowed.contains($0) })
        else { return nil }
        self.text = lower
    }

    /// What is known of bytes that nothing recognised.
    public static let unknown = MediaType(trusted: "application/octet-stream")
    public static let json = MediaType(trusted: "application/json")

    private init(trusted: String) { text = trusted }

    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = MediaType(try container.decode(String.self)) ?? .unknown
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
