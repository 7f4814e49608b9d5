import Foundation

/// The form in which texts and queries are compared.
///
/// NFKC (so full-width and half-width are one), case, traditional to simplified, dashes to `-`, invisible characters gone, and gaps
/// between Chinese characters closed: spaces, tabs and one line break, but neither blank lines nor the signs that part cells and
/// pages (any other control character). Folding twice changes nothing more.
///
/// ```swift
/// Fold.string("ＨＴ－２０２４　合 同\n編號")   // "ht-2024 合同编号"
/// ```
public enum Fold {
    /// Raised whenever fold or tokenizer make something else of a text, so that an index made before is made anew.
    static let version = 1

    /// The folded text.
    public static func string(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars(text).lazy.compactMap { Unicode.Scalar($0) })
        return String(view)
    }

    /// The folded text as code points.
    static func scalars(_ text: String) -> [UInt32] {
        var text = text
        return text.withUTF8 { bytes in scalars(bytes) }
    }

    static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var folder = Folder(keepingOrigins: false, capacity: bytes.count)
        folder.fold(bytes)
        return folder.scalars
    }

    /// The folded text, with the place that each code point came from.
    static func traced(_ text: String) -> FoldedText {
        var text = text
        return text.withUTF8 { bytes in
            var folder = Folder(keepingOrigins: true, capacity: bytes.count)
            folder.fold(bytes)
            return FoldedText(scalars: folder.scalars, origins: folder.origins, length: folder.index)
        }
    }
}

/// A folded text that knows where it came from.
struct FoldedText: Sendable {
    let scalars: [UInt32]
    /// For each code point: how many code points of the original come before the piece it was made of.
    let origins: [Int32]
    /// Code points of the original.
    let length: Int

    /// Where in the original a range of the folded text is, in code points.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        let start = Int(origins[range.lowerBound])
        let last = Int(origins[range.upperBound - 1])
        // A piece may have become several code points: the end is where the next piece begins.
        var next = range.upperBound
        while next < origins.count, Int(origins[next]) == last { next += 1 }
        let bound = next < origins.count ? Int(origins[next]) : length
        // What was closed between this and the next belongs to neither.
        return start..<min(bound, max(last + 1, start + 1))
    }
}
