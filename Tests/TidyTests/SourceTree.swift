import Foundation
import Samples

/// The checkout's own sources, as text.
enum SourceTree {
    struct File: Sendable {
        /// From the checkout's root: `Sources/Disk/Disk.swift`.
        let path: String
        let lines: [String]

        /// `Disk`
        var target: String { String(path.split(separator: "/")[1]) }
    }

    /// Every Swift file below a folder of the checkout.
    static func files(below folder: String) -> [File] {
        let base = Checkout.file(folder)
        let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return found.filter { $0.pathExtension == "swift" }.compactMap { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            let path = String(url.standardizedFileURL.path.dropFirst(Checkout.folder.standardizedFileURL.path.count + 1))
            return File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }.sorted { $0.path < $1.path }
    }
}
