/// A line whose first half is a header. What the header says of its neighbours is not checked yet.
struct ParsedLine {
    let header: EventHeader
    let headerBytes: ArraySlice<UInt8>
    /// Empty where the payload was erased.
    let payloadBytes: ArraySlice<UInt8>
    let place: LinePlace
    /// Where the next line begins.
    let end: Int64

    /// Takes a line apart.
    ///
    /// - Throws: ``JournalDamage`` `.unreadable`, `.unended` or `.tooLong`.
    init(_ line: LineReader.Line, segment: Int) throws(JournalDamage) {
        guard !line.isTooLong else { throw JournalDamage(segment, line: line.number, .tooLong) }
        guard line.isEnded else { throw JournalDamage(segment, line: line.number, .unended) }
        guard let tab = line.bytes.firstIndex(of: UInt8(ascii: "\t")), let header = EventHeader(bytes: line.bytes[..<tab]) else {
            throw JournalDamage(segment, line: line.number, .unreadable)
        }
        self.header = header
        headerBytes = line.bytes[..<tab]
        payloadBytes = line.bytes[(tab + 1)...]
        place = LinePlace(segment: segment, line: line.number, offset: line.offset)
        end = line.end
    }

    var isErased: Bool { payloadBytes.isEmpty }
    var digest: JournalDigest { JournalDigest(of: headerBytes) }

    /// Whether the payload is the one that the header names, or was erased.
    var payloadMatches: Bool { isErased || JournalDigest(of: payloadBytes) == header.payload }

    func checkPayload() throws(JournalDamage) {
        guard payloadMatches else { throw JournalDamage(place.segment, line: place.line, .payloadDiffers) }
    }

    var event: JournalEvent {
        JournalEvent(
            header: header, headerBytes: Array(headerBytes), payload: isErased ? .erased : .present(Array(payloadBytes)), place: place)
    }
}

/// The last event passed while reading: what the next line must follow.
struct ChainLink {
    var sequence = 0
    var digest = JournalDigest.zero
    var group = 0

    /// Takes the next line in, checking its number, its group and the header it names.
    ///
    /// - Throws: ``JournalDamage`` `.outOfSequence` or `.chainBroken`.
    mutating func follow(_ line: ParsedLine) throws(JournalDamage) {
        let header = line.header
        guard header.sequence == sequence + 1 else {
            throw JournalDamage(line.place.segment, line: line.place.line, .outOfSequence(expected: sequence + 1, found: header.sequence))
        }
        guard header.previous == digest, header.group == group || header.group == header.sequence else {
            throw JournalDamage(line.place.segment, line: line.place.line, .chainBroken)
        }
        self = ChainLink(after: line)
    }

    init() {}

    /// What follows a line that is taken on trust.
    init(after line: ParsedLine) {
        sequence = line.header.sequence
        digest = line.digest
        group = line.header.group
    }
}
