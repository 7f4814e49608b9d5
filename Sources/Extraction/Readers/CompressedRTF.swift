/// The packed RTF of Outlook messages (MS-OXRTFCP): references into a ring of 4096 bytes that begins with common words of RTF.
enum CompressedRTF {
    private static let beginning = Array(
        ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)
    /// Largest text that is unpacked, in bytes.
    private static let largest = 16 << 20

    /// - Returns: nil for anything else.
    static func unpack(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 16 else { return nil }
        if bytes[8..<12].elementsEqual(Array("MELA".utf8)) { return Array(bytes[16...]) }
        guard bytes[8..<12].elementsEqual(Array("LZFu".utf8)) else { return nil }
        var ring = beginning + [UInt8](repeating: 0, count: 4096 - beginning.count)
        var (output, write, at) = ([UInt8](), beginning.count, 16)
        func put(_ byte: UInt8) {
            output.append(byte)
            ring[write] = byte
            write = (write + 1) % 4096
        }
        while at < bytes.count, output.count < largest {
            let control = bytes[at]
            at += 1
            for bit in 0..<8 where at < bytes.count {
                guard control >> UInt8(bit) & 1 == 1 else {
                    put(bytes[at])
                    at += 1
                    continue
                }
                guard at + 1 < bytes.count else { return output }
                let reference = Int(bytes[at]) << 8 | Int(bytes[at + 1])
                at += 2
                let offset = reference >> 4
                if offset == write { return output }
                for step in 0..<(reference & 0x0F) + 2 { put(ring[(offset + step) % 4096]) }
            }
        }
        return output
    }
}
