import Records
import Wording

/// The words by which people mean states and confidentialities, in both languages.
enum Names {
    static func state(_ word: String) throws(ArchiveError) -> DocumentState {
        if let state = DocumentState(word: word) { return state }
        throw ArchiveError(
            .valueRefused, ArchiveMessage.valueRefused(field: "state", value: word), remedy: Remedy.words(DocumentState.names),
            subject: "state")
    }

    static func confidentiality(_ word: String) throws(ArchiveError) -> Confidentiality {
        if let confidentiality = Confidentiality(word: word) { return confidentiality }
        throw ArchiveError(
            .valueRefused, ArchiveMessage.valueRefused(field: "confidentiality", value: word),
            remedy: Remedy.words(Confidentiality.names), subject: "confidentiality")
    }
}
