import Crypto
import Extraction
import Foundation
import Records

/// The form of a file in `derived/`: a line of JSON with what was found and the sha256 of the content in which it was found, and a second
/// line with the sha256 of the first. What an older program wrote is one line with what was found, and has no seal.
///
/// The seal tells damage, and what was put in another's place or changed by hand. Who makes a new seal too is found out by reading the
/// content again: derived files are no evidence.
enum SealedOutcome {
    private struct Found: Codable {
        let outcome: ExtractionOutcome
        let source: String
    }

    private struct Seal: Codable {
        let sha256: String
    }

    static func seal(_ outcome: ExtractionOutcome, of source: String) throws -> [UInt8] {
        let line = try CanonicalJSON.bytes(Found(outcome: outcome, source: source))
        let seal = try CanonicalJSON.bytes(Seal(sha256: digest(line)))
        return line + [UInt8(ascii: "\n")] + seal + [UInt8(ascii: "\n")]
    }

    /// - Returns: nil where the seal is broken, the outcome is of another content, or the form is not known.
    static func open(_ bytes: [UInt8], of source: String) -> ExtractionOutcome? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
        let decoder = JSONDecoder()
        if lines.count == 1 { return known(try? decoder.decode(ExtractionOutcome.self, from: Data(lines[0]))) }
        guard lines.count == 2, let seal = try? decoder.decode(Seal.self, from: Data(lines[1])), seal.sha256 == digest(Data(lines[0])),
            let found = try? decoder.decode(Found.self, from: Data(lines[0])), found.source == source
        else { return nil }
        return known(found.outcome)
    }

    private static func known(_ outcome: ExtractionOutcome?) -> ExtractionOutcome? { outcome?.format == 1 ? outcome : nil }

    private static func digest(_ line: some DataProtocol) -> String { hexDigits(SHA256.hash(data: line)) }
}
