import Records
import Wording

/// The words by which people mean states and confidentialities, in both languages.
enum Names {
    static func state(_ word: String) throws(ArchiveError) -> DocumentState {
        if let state = state(named: word) { return state }
        throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "state", value: word), subject: "state")
    }

    static func state(named word: String) -> DocumentState? {
        let key = matchingKey(word)
        return DocumentState.allCases.first {
            [$0.rawValue, StateName(rawValue: $0.rawValue)?.phrase.chinese, StateName(rawValue: $0.rawValue)?.phrase.english]
                .contains { $0.map(matchingKey) == key }
        }
    }

    static func confidentiality(_ word: String) throws(ArchiveError) -> Confidentiality {
        switch matchingKey(word) {
        case "PUBLIC", "公开": return .open
        case "INTERNAL", "内部": return .internal
        case "SECRET", "秘密": return .secret
        default:
            throw ArchiveError(
                .valueRefused, ArchiveMessage.valueRefused(field: "confidentiality", value: word), subject: "confidentiality")
        }
    }
}
