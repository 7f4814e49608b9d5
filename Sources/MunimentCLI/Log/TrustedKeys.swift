import Archive
import ArgumentParser
import Journal
import Records
import Wording

/// The keys by which a command judges signatures.
struct TrustedKeys: ParsableArguments {
    @Option(
        name: .customLong("key"), parsing: .singleValue,
        help: .said(
            "可信的公钥，形如 name+number+base64；不给则用主目录里固定的那一个。",
            "A key to trust, in the form name+number+base64; default: the one pinned at home."))
    var texts: [String] = []

    var areGiven: Bool { !texts.isEmpty }

    /// The keys that are given; nil without any.
    func keys() throws(ArchiveError) -> [NoteVerifier]? {
        guard areGiven else { return nil }
        return try texts.map { text throws(ArchiveError) in
            guard let key = NoteVerifier(text) else {
                throw ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: "key", value: text), subject: "key")
            }
            return key
        }
    }
}
