public import Records
import Wording

/// Something that goes out or comes in, as a person names it: an original, or a version of a document.
public struct TransmittedThing: Sendable, Hashable, Codable {
    public let original: OriginalID?
    public let document: DocumentID?
    /// The current one without it.
    public let version: VersionNumber?
    /// A copy on paper without it.
    public let form: TransmittedForm?
    /// One without it.
    public let copies: Int?

    public init(original: OriginalID) {
        self.original = original
        (document, version, form, copies) = (nil, nil, nil, nil)
    }

    public init(_ document: DocumentID, version: VersionNumber? = nil, as form: TransmittedForm? = nil, copies: Int? = nil) {
        original = nil
        self.document = document
        self.version = version
        self.form = form
        self.copies = copies
    }

    /// Reads one as people write it: `O-7K3M-9QXT-2VHT`, or `D-…`, `D-…@2`, `D-…@2x3` for three copies of the second version, `D-…x3`.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`
    public init(words: String, as form: TransmittedForm? = nil) throws(ArchiveError) {
        let refused = ArchiveError(.valueRefused, TransmittalMessage.thingRefused(words), subject: "items")
        let key = matchingKey(words)
        if let original = try? OriginalID(key) {
            self.init(original: original)
            return
        }
        guard let parts = key.wholeMatch(of: /([A-Z0-9-]+?)(?:@([0-9]{1,6}))?(?:[X×*]([0-9]{1,3}))?/),
            let document = try? DocumentID(parts.1)
        else { throw refused }
        let version = parts.2.flatMap { Int($0) }.flatMap { VersionNumber($0) }
        guard (parts.2 == nil) == (version == nil) else { throw refused }
        self.init(document, version: version, as: form, copies: parts.3.flatMap { Int($0) })
    }
}
