/// Every line of a journal in which something is wrong, without the payloads: what a diagnosis is made from.
///
/// It takes some 150 bytes a line, and is made only where a first look found a fault.
struct LineTable {
    /// A line whose first half is a header.
    struct Entry {
        let sequence: Int
        let group: Int
        let digest: JournalDigest
        let previous: JournalDigest
        let payload: JournalDigest
        /// The digest of the payload that is there, where it is not the one the header names.
        let wrongPayload: JournalDigest?

        /// Whether this line's header names `other` as the one before.
        func follows(_ other: Entry) -> Bool { previous == other.digest }
    }

    /// A line as it stands; without an entry where it has no readable header.
    struct Row {
        let place: LinePlace
        let entry: Entry?
        /// Whether a line feed closes it.
        let isEnded: Bool
    }

    private(set) var rows: [Row] = []

    mutating func take(_ raw: LineReader.Line, in segment: Int) {
        let place = LinePlace(segment: segment, line: raw.number, offset: raw.offset)
        guard let line = try? ParsedLine(raw, segment: segment) else {
            return rows.append(Row(place: place, entry: nil, isEnded: raw.isEnded))
        }
        let header = line.header
        let entry = Entry(
            sequence: header.sequence, group: header.group, digest: line.digest, previous: header.previous, payload: header.payload,
            wrongPayload: line.payloadMatches ? nil : JournalDigest(of: line.payloadBytes))
        rows.append(Row(place: place, entry: entry, isEnded: true))
    }
}
