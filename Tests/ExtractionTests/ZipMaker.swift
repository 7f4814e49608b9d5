import Foundation

/// Makes ZIP files by hand, so that they can be what no program would make.
enum ZipMaker {
    /// A member: its content is stored, or packed where it compresses well.
    struct Member {
        let name: String
        let content: Data
        var isPacked = false
    }

    static func zip(_ members: [Member]) throws -> Data {
        var (body, index) = (Data(), Data())
        for member in members {
            let packed = member.isPacked ? try deflate(member.content) : member.content
            let common =
                number(20, 2) + number(0x800, 2) + number(member.isPacked ? 8 : 0, 2) + number(0, 4) + number(checksum(member.content), 4)
                + number(packed.count, 4) + number(member.content.count, 4) + number(member.name.utf8.count, 2) + number(0, 2)
            index +=
                Data("PK\u{01}\u{02}".utf8) + number(0x314, 2) + common + number(0, 6) + number(0o100644 << 16, 4) + number(body.count, 4)
            index += Data(member.name.utf8)
            body += Data("PK\u{03}\u{04}".utf8) + common + Data(member.name.utf8) + packed
        }
        let count = number(members.count, 2)
        return body + index + Data("PK\u{05}\u{06}".utf8) + number(0, 4) + count + count + number(index.count, 4) + number(body.count, 4)
            + number(0, 2)
    }

    /// An office package of one part.
    static func office(_ part: String, _ type: String, _ content: Data, isPacked: Bool = false, more: [Member] = []) throws -> Data {
        let types =
            "<Types><Override PartName=\"/\(part)\" ContentType=\"application/vnd.openxmlformats-officedocument.\(type).main+xml\"/></Types>"
        return try zip(
            [Member(name: "[Content_Types].xml", content: Data(types.utf8)), Member(name: part, content: content, isPacked: isPacked)]
                + more)
    }

    /// DEFLATE, as the gzip of the system packs it, without its frame (RFC 1952).
    private static func deflate(_ content: Data) throws -> Data {
        let process = Process()
        let (input, output) = (FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString), Pipe())
        try content.write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-nc9", input.path]
        process.standardOutput = output
        try process.run()
        let packed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return packed.dropFirst(10).dropLast(8)
    }

    private static func number(_ value: Int, _ size: Int) -> Data { Data((0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }) }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// CRC-32 (ISO 3309).
    private static func checksum(_ data: Data) -> Int {
        Int(~data.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] })
    }
}
