import Foundation
public import Records

/// What the program asks of a worker, one packet each; the file itself comes as an open descriptor with the packet.
struct WorkerRequest: Codable, Sendable {
    enum Task: String, Codable { case identify, ending, read, table, bag }
    let task: Task
    /// The file's name, for the types that only a name tells apart and for the mismatch.
    let name: String
    /// The type that identification found, for reading.
    let mediaType: MediaType?

    /// Largest packet, in bytes: a name has at most 255, the rest is fixed.
    static let largestPacket = 8192
}

/// What a worker found a file to be.
public struct Identification: Codable, Sendable, Hashable {
    public let mediaType: MediaType
    /// What the name claims, where that is something else.
    public let claimedType: MediaType?
    /// Why the type is not known.
    public let problem: String?

    public init(mediaType: MediaType, claimedType: MediaType? = nil, problem: String? = nil) {
        self.mediaType = mediaType
        self.claimedType = claimedType
        self.problem = problem
    }
}

/// The outcome of reading a file: its text, or why there is none. It is what `derived/` keeps.
public struct ExtractionOutcome: Codable, Sendable, Hashable {
    /// Whether there is text, none in the file, or none that could be read.
    public enum Result: String, Codable, Sendable { case text, empty, failed }

    /// The form of this record; readers refuse one they do not know.
    public var format = 1
    public var result: Result
    /// Why there is no text, or what is missing of it, by a code: `encrypted`, `corrupt`, `too_large` …
    public var reason: String?
    /// Pages of text, or one piece; then the members of an archive, each with its path.
    public var pieces: [Piece]
    /// Pages, sheets or slides; nil where the form has none.
    public var pages: Int?
    /// The program that read it, with its version: `pdftotext 22.12.0`.
    public var maker: String

    /// A piece of text.
    public struct Piece: Codable, Sendable, Hashable {
        /// Where it stands: a page's number, or a member's path; nil for the file itself.
        public var place: String?
        public var text: String

        public init(place: String? = nil, text: String) {
            self.place = place
            self.text = text
        }
    }

    public init(result: Result, reason: String? = nil, pieces: [Piece] = [], pages: Int? = nil, maker: String) {
        self.result = result
        self.reason = reason
        self.pieces = pieces
        self.pages = pages
        self.maker = maker
    }

    /// All text, pieces parted by form feeds, so that no phrase reaches over a page's end.
    public var text: String { pieces.map(\.text).joined(separator: "\u{0C}") }

    static func failed(_ reason: String, maker: String = Maker.program) -> ExtractionOutcome {
        ExtractionOutcome(result: .failed, reason: reason, maker: maker)
    }
}

/// A table read from CSV or XLSX: rows of cells, as text.
public struct ReadTable: Codable, Sendable, Hashable {
    /// One sheet of a workbook; a CSV file is one without a name.
    public struct Sheet: Codable, Sendable, Hashable {
        public let name: String
        public let rows: [[String]]
    }
    public let sheets: [Sheet]
    /// Why it could not be read.
    public let problem: String?
}

/// Names of what made a text.
enum Maker {
    static let program = "muniment 1"
}
