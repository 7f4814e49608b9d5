import Archive
import Foundation
import Records
import Wording

/// What `document.mustache` calls: what is known of a document, its versions and files.
struct DocumentPage {
    struct Fact {
        let name: String
        let value: String
        /// Where there is more about it.
        var address: String?
    }
    struct Version {
        let name: String
        let madeAt: String
        let reason: String?
        let files: [File]
    }
    struct File {
        let address: String
        let fileName: String
        let size: String
        let mediaType: String
        let sha256: String
        let remarks: [String]
        /// What became of its bytes; nil where they are there.
        let redacted: String?
        /// Where it can be redacted; nil for whoever may not.
        let redaction: String?
    }

    let heading: String
    let withdrawal: String?
    let isWithoutText: Bool
    let facts: [Fact]
    /// Where words of it can be redacted; nil for whoever may not.
    let wordsRedaction: String?
    let originals: [OriginalLine]
    let hasOriginals: Bool
    let versions: [Version]

    init(_ document: DocumentView, type: Phrase, originals: [OriginalView], for viewer: Viewer) {
        let tongue = viewer.tongue
        heading = document.title
        withdrawal = document.withdrawn ? document.withdrawalReason ?? "" : nil
        let texts = document.versions.last?.files.map(\.text) ?? []
        isWithoutText = texts.allSatisfy { $0.map { $0.outcome != .text } ?? false }
        facts = Self.facts(document, type, tongue)
        wordsRedaction = viewer.may(.redact) ? "/documents/\(document.id)/redact" : nil
        self.originals = originals.map { OriginalLine($0, tongue) }
        hasOriginals = !originals.isEmpty
        versions = document.versions.reversed().map { version in
            Version(
                name: PageMessage.version(version.number.value).text(tongue), madeAt: "\(version.madeAt)", reason: version.reason,
                files: version.filesMainFirst.map { File($0, of: version.number, in: document.id, mayRedact: viewer.may(.redact), tongue) })
        }
    }

    private static func facts(_ document: DocumentView, _ type: Phrase, _ tongue: Tongue) -> [Fact] {
        let known: [(MetadataField, String?)] = [
            (.id, "\(document.id)"), (.type, type.text(tongue)), (.number, document.number), (.party, document.party?.name),
            (.amount, document.amount.map { "\($0.currency) \($0.value)（\($0.written)）" }), (.signed, document.signed.map { "\($0.date)" }),
            (.effective, document.effective.map { "\($0.date)" }), (.expiry, document.expiry.map { "\($0.date)" }),
            (.handler, document.handler), (.class, document.class), (.state, document.state?.text(tongue)), (.note, document.note),
        ]
        let fields = document.fields.sorted { $0.key < $1.key }.map { Fact(name: $0.key, value: $0.value) }
        let kept: [(MetadataField, String?)] = [
            (.confidentiality, document.confidentiality.text(tongue)), (.filed, document.filedOn),
        ]
        func named(_ facts: [(MetadataField, String?)]) -> [Fact] {
            facts.compactMap { field, value in
                let address = field == .party ? document.party.map { "/parties/\($0.id)" } : nil
                return value.map { Fact(name: field.text(tongue).asHeading, value: $0, address: address) }
            }
        }
        return named(known) + fields + named(kept)
    }
}

extension DocumentPage.File {
    init(_ file: FileView, of version: VersionNumber, in document: DocumentID, mayRedact: Bool, _ tongue: Tongue) {
        let record = file.record
        let name = PercentText.encoded(record.name.text)
        address = "/documents/\(document)/versions/\(version.value)/files/\(name)"
        redacted = file.redacted.map { DisposalPageMessage.redacted($0).text(tongue) }
        redaction = mayRedact && file.redacted == nil ? "/documents/\(document)/redact?version=\(version.value)&name=\(name)" : nil
        fileName = record.name.text
        size = Self.size(record.size)
        mediaType = record.mediaType.text
        sha256 = (file.redacted?.content.sha256 ?? record.sha256).hex
        let claimed = record.claimedType.map { PageMessage.otherContent(claimed: "\($0)", found: "\(record.mediaType)").text(tongue) }
        remarks = file.redacted == nil ? [claimed, Self.remark(on: file.text, tongue)].compactMap { $0 } : []
    }

    /// What is to be said about the file's text; nothing where all of it was read.
    private static func remark(on text: TextView?, _ tongue: Tongue) -> String? {
        guard let text else { return DocumentWord.textWaits.text(tongue) }
        return switch text.outcome {
        case .text: text.reason.map { PageMessage.textPartly($0).text(tongue) }
        case .empty: DocumentWord.textEmpty.text(tongue)
        case .failed: PageMessage.textFailed(text.reason ?? "–").text(tongue)
        }
    }

    /// Bytes, as people read them: `37.7 kB`.
    static func size(_ bytes: Int64) -> String {
        let units = ["kB", "MB", "GB", "TB"]
        guard bytes >= 1000 else { return "\(bytes) B" }
        var (value, unit) = (Double(bytes) / 1000, 0)
        while value >= 999.95, unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
        return String(format: "%.1f ", value) + units[unit]
    }
}
