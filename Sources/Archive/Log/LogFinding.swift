public import Journal
import Records

/// A finding of the journal's verification, for programs.
public struct LogFinding: Sendable, Codable {
    public let code: JournalFinding.Code
    /// The numbers of the first and the last event it is about; nil where it is about none.
    public let first: Int?
    public let last: Int?
    /// Where in which file; nil where nothing is there.
    public let place: String?
    /// The facts, in English whoever asks, as programs know them.
    public let detail: String

    public init(_ finding: JournalFinding) {
        code = finding.code
        first = finding.sequences?.lowerBound
        last = finding.sequences?.upperBound
        place = finding.place.map { "\($0)" }
        detail = finding.detail.text(.english)
    }
}
