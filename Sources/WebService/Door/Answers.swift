import Archive
import Foundation
import Hummingbird
import Records
import Wording

/// Values as JSON.
enum JSON {
    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try CanonicalJSON.bytes(value))))
    }
}

/// Parts of a path, checked.
enum Path {
    static func text(_ name: String, _ parameters: Parameters) throws -> String {
        guard let raw = parameters.get(name), let text = PercentText.decoded(raw) else { throw HTTPError(.badRequest) }
        return text
    }

    static func document(_ parameters: Parameters) throws -> DocumentID {
        try DocumentID(asked: try text("document", parameters))
    }

    static func version(_ parameters: Parameters) throws -> VersionNumber {
        let text = try text("version", parameters)
        let number = WholeNumber.read(text, in: 1...WholeNumber.largest)
        guard let version = number.flatMap({ VersionNumber($0) }) else {
            throw ArchiveError(.versionUnknown, DealMessage.unknown(text), subject: text)
        }
        return version
    }
}

extension ArchiveError {
    /// A parameter of a query that cannot be understood.
    static func parameterRefused(_ name: String, _ value: String, remedy: any Message) -> ArchiveError {
        ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: name, value: value), remedy: remedy, subject: name)
    }
}
