import Archive
import Crypto
import Foundation
import Records
import Wording

/// Where in a list a page ended: marks of the list and of the elements before it.
struct Cursor {
    /// Elements that are named: so many may go away, or come to stand elsewhere, before a reader has to begin again.
    private static let named = 200
    /// Bytes of a mark: enough to tell apart what one list has.
    private static let markLength = 6

    private let list: [UInt8]
    /// Whether all elements before it are named.
    private let isFromStart: Bool
    /// Of the elements before it, the nearest first.
    private let marks: [[UInt8]]

    init<Element: Listable>(behind elements: ArraySlice<Element>, list: String) {
        self.list = Self.mark(list)
        isFromStart = elements.count <= Self.named
        marks = elements.suffix(Self.named).reversed().map { Self.mark($0.identity) }
    }

    /// - Returns: nil for what is none, or one of another list.
    init?(_ text: String, list: String) {
        guard let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + Self.filling),
            data.count > Self.markLength + 1, (data.count - 1) % Self.markLength == 0
        else { return nil }
        let bytes = Array(data)
        self.list = Self.mark(list)
        guard bytes[0] <= 1, bytes[1...Self.markLength].elementsEqual(self.list) else { return nil }
        isFromStart = bytes[0] == 1
        marks = stride(from: 1 + Self.markLength, to: bytes.count, by: Self.markLength).map { Array(bytes[$0..<$0 + Self.markLength]) }
    }

    /// In the alphabet that can stand in a query as it is (RFC 4648, section 5).
    var text: String {
        let text = Data([isFromStart ? 1 : 0] + list + marks.joined()).base64EncodedString().dropLast(Self.filling.count)
        return String(text.replacing("+", with: "-").replacing("/", with: "_"))
    }

    /// What base64 fills up one byte and any number of marks with.
    private static let filling = "=="

    /// Where the next page begins.
    ///
    /// - Throws: ``ArchiveError`` where nothing that is named is in the list any more, and there was more before it.
    func place<Element: Listable>(in all: [Element]) throws(ArchiveError) -> Int {
        let places = Dictionary(all.enumerated().map { (Self.mark($1.identity), $0) }, uniquingKeysWith: { _, last in last })
        if let last = marks.lazy.compactMap({ places[$0] }).first { return last + 1 }
        guard isFromStart else {
            throw ArchiveError(.usage, PageMessage.cursorLost, remedy: PageMessage.beginAgain, subject: "cursor")
        }
        return 0
    }

    private static func mark(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8)).prefix(markLength)) }
}
