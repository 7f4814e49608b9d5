import GRDB
import Records

/// What fields of documents are asked about and counted, as arrays by row: a count over many hits then costs a fraction of what
/// a join costs. One value of it belongs to one state of the catalogue.
struct SearchColumns: Sendable {
    /// One document, as small numbers. Days are yyyymmdd, 0 for none.
    struct Entry: Sendable {
        var exists = false
        var withdrawn = false
        var restricted = false
        var secret = false
        var confidentiality: UInt8 = 0
        var type: UInt16 = 0
        var state: UInt16 = 0
        var currency: UInt16 = 0
        var recordClass: Int32 = 0
        var handler: Int32 = 0
        var party: Int64 = 0
        /// Int64.min for none.
        var amount = Int64.min
        var signed = Days()
        var effective = Days()
        var expiry = Days()
        var filed = Days()
    }

    /// The days that a rough date may mean.
    struct Days: Sendable {
        var from: Int32 = 0
        var through: Int32 = 0
    }

    /// The event up to which it reaches.
    private(set) var sequence: Int64 = -1
    /// Entries by block and place.
    private(set) var blocks: [[Entry]] = []
    /// Words by their small number; 0 is none.
    private(set) var types = Words(), states = Words(), currencies = Words(), classes = Words(), handlers = Words()

    /// Words, each with a small number.
    struct Words: Sendable {
        private(set) var words = [""]
        private var numbers = ["": 0]

        mutating func number(of word: String?) -> Int {
            guard let word else { return 0 }
            if let number = numbers[word] { return number }
            words.append(word)
            numbers[word] = words.count - 1
            return words.count - 1
        }

        /// Nil where no document has it.
        func known(_ word: String) -> Int? { numbers[word] }
    }

    func entry(_ row: Int64) -> Entry? {
        let block = Int((row - 1) / Int64(SearchShard.size))
        guard row >= 1, block < blocks.count else { return nil }
        return blocks[block][RowSet.place(of: row)]
    }

    /// Brings it up to the state that this connection sees, by the documents changed since.
    mutating func update(to sequence: Int64, in db: Database) throws {
        let sql = """
            SELECT row, withdrawn, confidentiality, type, state, currency, class, handler, party_row, amount,
            \(["signed_from", "signed_to", "effective_from", "effective_to", "expiry_from", "expiry_to", "filed_on"]
                .map { "CAST(replace(\($0), '-', '') AS INTEGER)" }.joined(separator: ", ")), destroyed, restricted
            FROM documents WHERE changed_sequence > ?
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [self.sequence])
        while let row = try rows.next() { take(row) }
        self.sequence = sequence
    }

    private mutating func take(_ row: Row) {
        let number: Int64 = row[0]
        let block = Int((number - 1) / Int64(SearchShard.size))
        while blocks.count <= block { blocks.append(Array(repeating: Entry(), count: SearchShard.size)) }
        let confidentiality = Confidentiality(rawValue: row[2]) ?? .secret
        var entry = Entry(exists: !(row[17] as Bool), withdrawn: row[1], secret: confidentiality == .secret)
        entry.restricted = row[18]
        entry.confidentiality = SearchColumns.number(of: confidentiality)
        entry.type = UInt16(truncatingIfNeeded: types.number(of: row[3]))
        entry.state = UInt16(truncatingIfNeeded: states.number(of: row[4]))
        entry.currency = UInt16(truncatingIfNeeded: currencies.number(of: row[5]))
        entry.recordClass = Int32(truncatingIfNeeded: classes.number(of: (row[6] as String?).map { Fold.string($0) }))
        entry.handler = Int32(truncatingIfNeeded: handlers.number(of: (row[7] as String?).map { Fold.string($0).filter { $0 != " " } }))
        entry.party = row[8] ?? 0
        entry.amount = row[9] ?? .min
        let days = (10...16).map { Int32(truncatingIfNeeded: (row[$0] as Int64?) ?? 0) }
        entry.signed = Days(from: days[0], through: days[1])
        entry.effective = Days(from: days[2], through: days[3])
        entry.expiry = Days(from: days[4], through: days[5])
        entry.filed = Days(from: days[6], through: days[6])
        blocks[block][RowSet.place(of: number)] = entry
    }

    static func number(of confidentiality: Confidentiality) -> UInt8 {
        switch confidentiality {
        case .open: 1
        case .internal: 2
        case .secret: 3
        }
    }
}
