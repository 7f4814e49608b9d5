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

        /// Modules that it takes in; their names begin with a capital, unlike those in programs of other languages that tests bring along.
        var imports: [String] {
            // A regular expression for each of all lines would take most of the time of these tests.
            lines.filter { $0.contains("import ") }.compactMap {
                $0.firstMatch(of: /^ *(?:@\w+ )*(?:public |package |internal |fileprivate |private )?import ([A-Z_]\w*)/).map {
                    String($0.1)
                }
            }
        }
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
