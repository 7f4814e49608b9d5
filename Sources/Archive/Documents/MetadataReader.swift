import Records
import Wording

/// Reads metadata as people write them: both the words and what they mean are kept; what cannot be understood is refused.
struct MetadataReader {
    let vocabulary: Vocabulary

    /// Metadata that were understood; number and party still need the catalogue.
    struct Understood: Sendable, Hashable {
        var metadata: Metadata
        var number: String?
        var party: String?
    }

    /// Most bytes of a note or of a field.
    static let longestNote = 20_000

    /// Reads the metadata of a new document. Without a title it has the main file's name.
    func read(_ words: MetadataWords, fileName: String) throws(ArchiveError) -> Understood {
        guard let typeWord = given(words.type) else {
            throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: "type"), subject: "type")
        }
        let title = try text(words.title, "title") ?? stem(fileName)
        let start = Understood(metadata: Metadata(type: try vocabulary.required(typeWord), title: title), number: nil, party: nil)
        var rest = words
        rest.type = nil
        rest.title = nil
        return try apply(rest, to: start)
    }

    /// Sets what the words give and leaves the rest.
    func apply(_ words: MetadataWords, to start: Understood) throws(ArchiveError) -> Understood {
        var result = start
        if let word = given(words.type) { result.metadata.type = try vocabulary.required(word) }
        if let title = try text(words.title, "title") { result.metadata.title = title }
        if let number = try text(words.number, "number") { result.number = number }
        if let party = try text(words.party, "party") { result.party = party }
        if let amount = given(words.amount) { result.metadata.amount = try self.amount(amount) }
        if let date = try date(words.signed, "signed") { result.metadata.signed = date }
        if let date = try date(words.effective, "effective") { result.metadata.effective = date }
        if let date = try date(words.expiry, "expiry") { result.metadata.expiry = date }
        if let handler = try text(words.handler, "handler") { result.metadata.handler = handler }
        if let recordClass = try text(words.class, "class") { result.metadata.recordClass = recordClass }
        if let word = given(words.confidentiality) { result.metadata.confidentiality = try Names.confidentiality(word) }
        if let word = given(words.state) { result.metadata.state = try Names.state(word) }
        if let note = try text(words.note, "note", limit: MetadataReader.longestNote) { result.metadata.note = note }
        for (name, value) in words.fields ?? [:] { try setField(name, value, in: &result.metadata) }
        return result
    }

    /// Empties what is named.
    func clear(_ names: [String], in start: Understood) throws(ArchiveError) -> Understood {
        var result = start
        for name in Set(names).sorted() {
            switch name {
            case "number": result.number = nil
            case "party": result.party = nil
            case "amount": result.metadata.amount = nil
            case "signed": result.metadata.signed = nil
            case "effective": result.metadata.effective = nil
            case "expiry": result.metadata.expiry = nil
            case "handler": result.metadata.handler = nil
            case "class": result.metadata.recordClass = nil
            case "state": result.metadata.state = nil
            case "note": result.metadata.note = nil
            default:
                let code = vocabulary.field(named: name, of: result.metadata.type) ?? name
                guard result.metadata.fields.removeValue(forKey: code) != nil else {
                    let isMember = MetadataWords.members.contains(name)
                    let message = isMember ? ArchiveMessage.clearRefused(name) : .noSuchField(name)
                    throw ArchiveError(.valueRefused, message, subject: "cleared")
                }
            }
        }
        return result
    }

    private func given(_ word: String?) -> String? {
        guard let word, !word.allSatisfy(\.isWhitespace) else { return nil }
        return word
    }

    private func text(
        _ word: String?, _ field: String, of member: String? = nil, limit: Int = Words.longestText
    ) throws(ArchiveError) -> String? {
        guard let word = given(word) else { return nil }
        guard word.utf8.count <= limit else {
            throw ArchiveError(.valueRefused, ArchiveMessage.textTooLong(field: field, limit: limit), subject: member ?? field)
        }
        let trimmed = Words.trimmed(word)
        try Words.refuseUnseemly(trimmed, field, of: member, mayHaveLines: limit > Words.longestText)
        return trimmed
    }

    private func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), name[..<dot].unicodeScalars.contains(where: \.isVisible) else { return name }
        return String(name[..<dot])
    }

    private func amount(_ words: String) throws(ArchiveError) -> Stated<Amount> {
        do { return Stated(written: words, normal: try Amount(words: words)) } catch {
            throw ArchiveError(.valueRefused, ArchiveMessage.amountUnknown(words), remedy: Remedy.amountForms, subject: "amount")
        }
    }

    private func date(_ words: String?, _ field: String) throws(ArchiveError) -> Stated<RoughDate>? {
        guard let words = given(words) else { return nil }
        do { return Stated(written: words, normal: try RoughDate(words: words)) } catch {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.dateUnknown(field: field, value: words), remedy: Remedy.dateForms, subject: field)
        }
    }

    private func setField(_ name: String, _ value: String, in metadata: inout Metadata) throws(ArchiveError) {
        guard (1...100).contains(name.utf8.count),
            name.unicodeScalars.contains(where: \.isVisible),
            name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "_" || $0.properties.numericType != nil })
        else { throw ArchiveError(.valueRefused, ArchiveMessage.fieldNameRefused(name), subject: "fields.\(name)") }
        let code = vocabulary.field(named: name, of: metadata.type) ?? name
        metadata.fields[code] = try text(value, name, of: "fields.\(name)", limit: MetadataReader.longestNote)
    }
}
