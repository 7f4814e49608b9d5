import Archive
import Records
import Synchronization

extension Route {
    /// Texts of files.
    static let extracting: [Route] = [
        .question("extraction", ShowExtraction.self),
        .call("extraction/retry", RetryExtraction.self, for: .extract) { asked, archive, actor in
            let read = Mutex(0)
            try await archive.extract(asked.documents, retry: true, wait: true, by: actor) { done, _ in read.withLock { $0 = done } }
            return FilesRead(files: read.withLock { $0 })
        },
    ]
}

/// Reads again what could not be read, of some documents or all, and then whatever waits.
struct RetryExtraction: Codable {
    let documents: [DocumentID]?
}

/// How many files were read.
struct FilesRead: Codable {
    let files: Int
}
