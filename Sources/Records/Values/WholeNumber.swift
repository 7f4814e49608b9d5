/// Whole numbers that somebody outside wrote. They are bounded here, where they are read, so that no sum made with them can overflow.
public enum WholeNumber {
    /// Largest number that is ever read: nine digits, far from where sums overflow.
    public static let largest = 999_999_999

    /// The number that ASCII digits alone make, without a sign.
    ///
    /// - Parameter range: Within ``largest``.
    /// - Returns: nil for anything else, and for a number outside `range`.
    public static func read(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        decimal(Array(text.utf8)[...]).flatMap { range.contains($0) ? $0 : nil }
    }
}
