import Foundation
import Samples

/// What `Package.swift` says of targets, as text.
struct Manifest {
    /// Modules that a target may take in, by the target's name.
    let dependencies: [String: Set<String>]

    /// Modules of Swift itself.
    private static let ofSwift: Set<String> = [
        "Dispatch", "Foundation", "FoundationXML", "Glibc", "RegexBuilder", "Synchronization", "Testing",
    ]

    init() throws {
        let text = try Checkout.text(of: "Package.swift")
        let products = Dictionary(
            text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/).map { ($0.1, $0.2) }, uniquingKeysWith: { $1 })
        let targets = text.matches(of: /(?:target|executableTarget|testTarget)\(\s*name: "(\w+)"/)
        let ends = targets.dropFirst().map(\.range.lowerBound) + [text.endIndex]
        var dependencies: [String: Set<String>] = [:]
        for (target, end) in zip(targets, ends) {
            let list = text[target.range.upperBound..<end].firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
            let names = list.matches(of: /"(\w+)"|(\w+)/).compactMap { $0.1 ?? $0.2.flatMap { products[$0] } }
            dependencies[String(target.1)] = Set(names.map(String.init))
        }
        self.dependencies = dependencies
    }

    /// What a file takes in that its target does not name.
    func undeclared(_ file: SourceTree.File) -> [String] {
        guard let declared = dependencies[file.target] else { return ["\(file.path) is of no target"] }
        return Set(file.imports).subtracting(declared).subtracting(Self.ofSwift).sorted().map { "\(file.path) imports \($0)" }
    }
}
