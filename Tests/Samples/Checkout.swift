public import Foundation

/// The checkout that the tests were built from: pages, schemas, fixtures and tools that a test holds the program against.
public enum Checkout {
    public static let folder: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `docs/journal.md`
    public static func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

    public static func text(of path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }
}
