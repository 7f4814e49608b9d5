import Records
import Wording

/// Codes and names of one list of a file of definitions: none stands there twice.
struct DefinitionNames {
    /// Most entries of a list: a line of the journal has all of them.
    private static let most = 100

    private var (codes, names): (Set<String>, Set<String>) = ([], [])

    /// - Throws: ``ArchiveError`` `.valueRefused` for a list of none, or of too many.
    static func refuseCount(_ list: [some Any], of name: String, _ line: Int) throws(ArchiveError) {
        guard (1...most).contains(list.count) else { throw .definition(line, name, .count(most)) }
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a type of documents that there is not.
    static func refuseUnknown(_ types: [DocumentType], in vocabulary: Vocabulary, of name: String, _ line: Int) throws(ArchiveError) {
        guard let unknown = types.first(where: { vocabulary.entry(for: $0) == nil }) else { return }
        throw .definition(line, name, .typeUnknown("\(unknown)"))
    }

    /// - Parameter name: What a refusal calls it; its code without.
    /// - Throws: ``ArchiveError`` `.valueRefused` for a code that is none or stands there already, and for names that nobody can read.
    mutating func takeCode(of called: some Called, as name: String? = nil, _ line: Int) throws(ArchiveError) {
        let name = name ?? called.code
        // A code is one as types of documents have them.
        guard DocumentType(called.code) != nil else { throw .definition(line, called.code, .codeRefused) }
        for words in [called.name.chinese, called.name.english] { _ = try Words.text(words, "yaml") }
        guard codes.insert(called.code).inserted else { throw .definition(line, name, .twice) }
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` for a name that another one has, however it is written.
    mutating func takeNames(of called: some Called, as name: String? = nil, _ line: Int) throws(ArchiveError) {
        for word in Set([called.name.chinese, called.name.english].map(matchingKey)).sorted() where !names.insert(word).inserted {
            throw .definition(line, name ?? called.code, .nameTwice(word))
        }
    }
}

extension ArchiveError {
    /// That a definition cannot be loaded.
    static func definition(_ line: Int, _ name: String, _ problem: DossierTemplateMessage.Problem) -> ArchiveError {
        ArchiveError(.valueRefused, DossierTemplateMessage(line: line, name: name, problem: problem), subject: "yaml")
    }
}
