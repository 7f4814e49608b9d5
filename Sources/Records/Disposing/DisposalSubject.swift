/// What a line of a disposal list is about.
public enum DisposalSubject: Sendable, Hashable {
    /// A document whose time has come.
    case document(DisposalItem)
    /// Bytes of a document that stays (脱敏, R-49).
    case content(RedactionItem)
    /// Words of what is said of a document.
    case words(WordsItem)

    /// The document that it is, or that it is of.
    public var document: DocumentID {
        switch self {
        case .document(let item): item.document
        case .content(let item): item.document
        case .words(let item): item.document
        }
    }

    /// Of a document: itself, first free day, rule, inventory and description. Of a content: the document, `redact`, the digest, the places as
    /// `version/file` between blanks, the version that has the redacted copy, and the description. Of words: the document, `words`, the digest of
    /// what stays, the events between blanks, the last event, and the description.
    fileprivate var words: [String] {
        switch self {
        case .document(let item): ["\(item.document)", item.due.description, item.rule, item.inventory.hex, item.description.hex]
        case .content(let item):
            [
                "\(item.document)", "redact", item.content.sha512.hex,
                item.places.map { "\($0.version.value)/\($0.file)" }.joined(separator: " "), "\(item.substitute.value)",
                item.description.hex,
            ]
        case .words(let item):
            [
                "\(item.document)", "words", item.cleaned.hex, item.events.map { "\($0)" }.joined(separator: " "), "\(item.through)",
                item.description.hex,
            ]
        }
    }
}

/// What a list says, as digests are made of it.
public enum DisposalText {
    /// What was decided: the batch, then one line for each item in their order, with the decision last, parted by tabs. What drops out later
    /// stays in it.
    public static func of(_ batch: BatchID, _ items: [(subject: DisposalSubject, decision: DisposalDecision?)]) -> String {
        items.reduce(into: "\(batch)\n") { text, line in
            text += (line.subject.words + [line.decision?.written ?? ""]).joined(separator: "\t") + "\n"
        }
    }

    /// What whoever signs, approves or supervises the list names the SHA-256 of, once it was judged: what was decided, on which list, by whom
    /// and with which words. A list that was judged anew is never again one that was signed before.
    public static func judged(_ decided: ContentDigest, before: ContentDigest, by account: AccountID, opinion: String) -> String {
        "\(decided)\n\(before)\n\(account)\n\(opinion)\n"
    }
}
