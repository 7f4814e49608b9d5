import Foundation

/// The state of a journal in three lines (C2SP `tlog-checkpoint`): whose it is, how many events it has, and the root of
/// the tree over their headers.
public struct Checkpoint: Sendable, Hashable {
    /// Which log it speaks of.
    public let origin: String
    /// How many events.
    public let size: Int
    /// The root over the first `size` headers.
    public let root: JournalDigest

    /// Describes a state.
    public init(origin: String, size: Int, root: JournalDigest) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads a note's text; whether the note is signed is another question. Lines after the third are passed over.
    public init?(_ note: SignedNote) {
        let lines = note.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }), let size = plainNumber(lines[1]),
            let bytes = decodedBase64(lines[2]), let root = JournalDigest(bytes: bytes)
        else { return nil }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// What is signed.
    public var text: String { "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n" }

    public func isOf(_ origin: String) -> Bool { Array(self.origin.utf8) == Array(origin.utf8) }
}

/// A number in ASCII digits without leading zeros, small enough for every tool.
func plainNumber(_ text: some StringProtocol) -> Int? {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
        String(number).utf8.count == text.utf8.count
    else { return nil }
    return number
}
