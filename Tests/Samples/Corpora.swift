public import Foundation

/// Real documents, questions and fixtures that are too large, or not ours, to lie in the repository. Tests that need them are skipped, and
/// say so, where they are not at hand.
public enum Corpora {
    /// `MUNIMENT_CORPORA` names their folder, and nothing where it is empty; else it is looked for beside the checkout.
    public static let folder: URL? = {
        if let named = ProcessInfo.processInfo.environment["MUNIMENT_CORPORA"] {
            return existing(named.isEmpty ? nil : URL(fileURLWithPath: named))
        }
        var place = URL(fileURLWithPath: #filePath)
        while place.path != "/" {
            place.deleteLastPathComponent()
            if let found = existing(place.deletingLastPathComponent().appendingPathComponent("shared/corpora")) { return found }
        }
        return nil
    }()

    public static let isHere = folder != nil
    /// Why a test is skipped.
    public static let missing: String = "the corpora are not at hand; MUNIMENT_CORPORA names their folder"

    private static func existing(_ folder: URL?) -> URL? {
        folder.flatMap { FileManager.default.fileExists(atPath: $0.appendingPathComponent("documents.tsv").path) ? $0 : nil }
    }
}
