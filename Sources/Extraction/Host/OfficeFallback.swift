import Glibc
import Records

/// Decides when LibreOffice reads a document: old Word documents, of whose tables and comments our own reader knows too little; and
/// whatever else of an office our own readers find nothing in. Where it cannot be had, what they found stands, and says so.
struct OfficeFallback {
    let type: MediaType

    /// - Parameter worker: has the file read by a worker of that kind.
    func read(_ worker: (WorkerKind) -> ExtractionOutcome) -> ExtractionOutcome {
        let own = worker(.read)
        guard OfficeReader.kind(of: type.text) != nil, isWanted(own) else { return own }
        guard access(OfficeReader.program, X_OK) == 0 else { return own.noting("no LibreOffice: not installed") }
        var other = worker(.office)
        if other.result == .text {
            // It mends what it can without a word; the file is no less damaged for that.
            if own.reason == "damaged" { other.reason = other.reason ?? own.reason }
            return other
        }
        return own.noting("no LibreOffice: \(other.reason ?? "no text")")
    }

    /// Limits and passwords hold for LibreOffice too.
    private func isWanted(_ own: ExtractionOutcome) -> Bool {
        if own.result == .text { return type.text == "application/msword" && [nil, "damaged"].contains(own.reason) }
        guard let reason = own.reason else { return true }
        return ["no_text_found", "no_pages", "corrupt", "damaged", "worker_crashed"].contains(reason) || reason.hasPrefix("reader_missing")
    }
}

extension ExtractionOutcome {
    /// The same, with a word on what else was tried.
    fileprivate func noting(_ word: String) -> ExtractionOutcome {
        var noted = self
        noted.maker += "; " + word
        return noted
    }
}
