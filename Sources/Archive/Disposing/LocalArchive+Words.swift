import Catalogue
import Crypto
import FileStore
import Foundation
import Journal
public import Records
import Wording

/// Words that are to be destroyed in what is said of a document (脱敏, R-49): in its titles, notes, fields and reasons, old ones too.
public struct WordsRedaction: Sendable {
    public var document: DocumentID
    public var words: String
    public var reason: String

    public init(of words: String, in document: DocumentID, reason: String) {
        (self.document, self.words, self.reason) = (document, words, reason)
    }
}

extension LocalArchive {
    /// Proposes that certain words of what is said of a document are destroyed, in the journal and in the object, under the same approvals as a
    /// document. The words themselves are recorded nowhere.
    ///
    /// - Throws: ``ArchiveError``; `.valueRefused` where they stand nowhere, or somewhere that cannot read otherwise, such as the name of a file.
    public func redact(_ redaction: WordsRedaction, by actor: Actor) async throws(ArchiveError) -> BatchView {
        try await recordingRefusals(of: .redact, to: actor) { () async throws(ArchiveError) in
            try await mayBringIn(.redact, actor)
            let reason = try Words.reason(redaction.reason)
            let words = try Self.words(redaction.words, besides: reason)
            let through = try await read(as: actor, for: .redact) { reading in
                _ = try reading.known(redaction.document)
                // Before anything is said of where the words stand.
                _ = try reading.mayRedact(redaction.document)
                return try reading.lastSpoken(of: redaction.document)
            }
            let events = try await transaction { try $0.traces(of: redaction.document).events.map(\.sequence) }
            let cleaned = try await blocking.run { [self] () throws(ArchiveError) in
                try translating { try WordsCleaning(words: words, of: redaction.document, writer.facts, store).cleaned(events) }
            }
            return try await commit(
                .redact, as: actor, request: nil,
                decide: { try $0.propose(cleaned, in: redaction.document, after: through, reason: reason) },
                answer: { events, reading in try reading.known(try events.the(WordsRedactionProposed.self).batch) }
            ).answer
        }
    }

    /// Fewest and most signs of the words: one alone stands everywhere.
    private static let length = 2...1000

    private static func words(_ text: String, besides reason: String) throws(ArchiveError) -> String {
        guard length.contains(text.count { $0.isLetter || $0.isNumber }), text.count <= length.upperBound else {
            throw ArchiveError(.valueRefused, DisposalMessage.wordsLength(length), subject: "words")
        }
        guard !WordsCleaning.mark.contains(anyForm: text), !WordsCleaning.mark.overlaps(text) else {
            throw ArchiveError(.valueRefused, DisposalMessage.wordsFixed(WordsCleaning.mark), subject: "words")
        }
        guard !reason.contains(anyForm: text) else { throw ArchiveError(.valueRefused, DisposalMessage.wordsInReason, subject: "reason") }
        return text
    }
}

/// Says what is said of a document without certain words.
struct WordsCleaning {
    let words: String
    let document: DocumentID
    private let facts: JournalFacts
    private let store: FileStore

    /// What stands in the place of words that are gone.
    static let mark = "〔已脱敏〕"
    /// Longest description in an object that is looked at, in bytes.
    private static let longestDescription = 16 << 20

    init(words: String, of document: DocumentID, _ facts: JournalFacts, _ store: FileStore) {
        (self.words, self.document, self.facts, self.store) = (words, document, facts, store)
    }

    /// - Parameter events: the numbers of all events about the document.
    /// - Throws: ``ArchiveError`` `.valueRefused` where the words stand nowhere, or where they must stay.
    func cleaned(_ events: [Int]) throws -> CleanedWords {
        var (payloads, isFound, earlier) = ([CleanedWords.Stays](), false, nil as CleanedWords?)
        for sequence in events {
            // What only names the document is not looked at.
            guard let said = try facts.said(in: sequence), said.fact is any SpeakingOf else { continue }
            if let begun = said.fact as? WordsRedactionBegun { earlier = begun.cleaned }
            guard let stays = try stays(of: said) else { continue }
            payloads.append(stays.stays)
            isFound = isFound || stays.hasWords
        }
        let inventory = try store.inventory(of: document)
        if let path = inventory.versions.flatMap(\.files).map(\.path.text).first(where: { $0.contains(anyForm: words) }) {
            throw fixed(path)
        }
        let new = CleanedWords(
            payloads: payloads, descriptions: try descriptions(inventory),
            messages: inventory.versions.filter { $0.message.contains(anyForm: words) }.map {
                .init(version: $0.number, created: $0.created, reason: $0.message.replacing(anyForm: words, by: Self.mark))
            })
        guard isFound || new.changesObject else {
            throw ArchiveError(.valueRefused, DisposalMessage.wordsNowhere("\(document)"), subject: "words")
        }
        return new.takingOver(earlier, without: words)
    }

    /// What stays of an event that has the words, or of which an earlier redaction says what stays: a redaction takes over what earlier ones of
    /// the document say, so that only the last one speaks. Nil for all others.
    private func stays(of said: JournalFacts.Said) throws -> (stays: CleanedWords.Stays, hasWords: Bool)? {
        let (sequence, type) = (said.header.sequence, said.header.type.name)
        let isEarlier = said.fact is WordsMarked || said.fact is WordsRedactionBegun
        let hasWords = !isEarlier && said.payload.contains(words)
        guard hasWords || isEarlier || !said.isThere else { return nil }
        let other = (isEarlier ? said.payload.withoutWhatStays : said.payload.replacing(words, by: Self.mark)).withoutTraces
        // What programs go by must stay what it is: digests, identifiers, days.
        guard !other.contains(words), let read = try? Payload(try CanonicalJSON.bytes(other), of: type),
            read.event.subjects == said.fact.subjects
        else { throw fixed("\(sequence) \(type)") }
        return (CleanedWords.Stays(event: sequence, written: said.header.payload.contentDigest, payload: other), hasWords)
    }

    /// The descriptions that have the words, each content once.
    private func descriptions(_ inventory: Inventory) throws -> [CleanedWords.Description] {
        var found: [CleanedWords.Description] = []
        for entry in inventory.versions.flatMap(\.files)
        where entry.path == VersionDescription.path && !found.contains(where: { $0.content == entry.digest }) {
            guard let bytes = try store.bytes(of: entry.digest, in: document, limit: Self.longestDescription) else { continue }
            let said = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
            guard said.contains(words) else { continue }
            let other = said.replacing(words, by: Self.mark)
            guard !other.contains(words) else { throw fixed(entry.path.text) }
            found.append(.init(content: entry.digest, says: other))
        }
        return found
    }

    private func fixed(_ place: String) -> ArchiveError {
        ArchiveError(.valueRefused, DisposalMessage.wordsFixed(place.replacing(anyForm: words, by: Self.mark)), subject: "words")
    }
}

extension String {
    /// Whether it and other words can stand in a text so that one begins within the other.
    fileprivate func overlaps(_ words: String) -> Bool {
        (1..<count).contains { words.hasSuffix(prefix($0)) || words.hasPrefix(suffix($0)) }
    }
}

extension JSONValue {
    /// The same payload with another salt, and without a digest by which somebody could try what was asked: the key stays in use, for
    /// another request than any.
    fileprivate var withoutTraces: JSONValue {
        guard case .members(var members) = self else { return self }
        members["salt"] = .text(Salt.random())
        if case .members(var request) = members["request"] {
            request["digest"] = .text("sha256:\(Salt.random())\(Salt.random())")
            members["request"] = .members(request)
        }
        return .members(members)
    }

    /// The payload of an earlier redaction without what stays of others: a later one says it.
    fileprivate var withoutWhatStays: JSONValue {
        guard case .members(var members) = self, case .members(var fact) = members["fact"] else { return self }
        fact["cleaned"] = .members(["payloads": .list([]), "descriptions": .list([]), "messages": .list([])])
        members["fact"] = .members(fact)
        return .members(members)
    }
}

extension CleanedWords {
    /// The same with what an earlier redaction says of the object, so that this one alone makes of any older one what it is now.
    fileprivate func takingOver(_ earlier: CleanedWords?, without words: String) -> CleanedWords {
        guard let earlier else { return self }
        return takingOver(
            CleanedWords(
                payloads: [],
                descriptions: earlier.descriptions.map {
                    Description(content: $0.content, says: $0.says.replacing(words, by: WordsCleaning.mark))
                },
                messages: earlier.messages.map {
                    Message(version: $0.version, created: $0.created, reason: $0.reason.replacing(anyForm: words, by: WordsCleaning.mark))
                }))
    }

    /// SHA-256 over it as JSON with sorted names.
    func digest() throws -> ContentDigest { ContentDigest(.sha256, bytes: SHA256.hash(data: try CanonicalJSON.bytes(self))) }
}

extension Decision {
    /// Draws up a batch about words, and says how what is said of the document will read.
    fileprivate func propose(_ cleaned: CleanedWords, in document: DocumentID, after through: Int, reason: String) throws {
        let description = try mayRedact(document)
        guard try reading.lastSpoken(of: document) == through else {
            throw ArchiveError(
                .unsettled, ArchiveMessage.changedMeanwhile(current: through), remedy: Remedy.readAgain, subject: "\(document)")
        }
        let item = WordsItem(
            document: document, through: through, events: cleaned.payloads.map(\.event), cleaned: try cleaned.digest(),
            description: description)
        let batch: BatchID = try draw()
        try state(
            WordsRedactionProposed(
                batch: batch, by: try person(), reason: reason,
                duties: try duties(on: document), item: item,
                digest: digest(of: [(.words(item), nil)], in: batch)))
        try state(WordsMarked(document: document, batch: batch, cleaned: cleaned))
    }
}
