import Crypto
import Disk
import FileStore
import Foundation
import SystemPackage
import Wording

/// An OCFL object made up for a test: valid, but for what the test changes.
struct MadeObject {
    var specification = "1.1"
    var identifier = "urn:example:made"
    /// The files that each version adds: name and text. Each stays in all later versions.
    var versions = [["a.txt": "abc"], ["b.txt": "second"]]
    /// Changes what the inventory of a version says before it is written; the last one's is the object's too.
    var change: (inout [String: Any], Int) -> Void = { _, _ in }
    /// Changes an inventory's bytes; its sidecar is that of what comes out.
    var bytes: ([UInt8], Int) -> [UInt8] = { bytes, _ in bytes }

    func write(to folder: FilePath) throws {
        try Files.make(folder)
        try Files.write("ocfl_object_\(specification)\n", to: folder.appending("0=ocfl_object_\(specification)"))
        for (index, files) in versions.enumerated() {
            let version = folder.appending("v\(index + 1)")
            try Files.make(version.appending("content"))
            for (name, text) in files { try Files.write(text, to: version.appending("content").appending(name)) }
            let inventory = bytes(try inventory(index + 1), index + 1)
            for place in index + 1 == versions.count ? [version, folder] : [version] {
                try Files.write(inventory, to: place.appending("inventory.json"))
                try Files.write("\(MadeObject.sha512(inventory)) inventory.json\n", to: place.appending("inventory.json.sha512"))
            }
        }
    }

    private func inventory(_ last: Int) throws -> [UInt8] {
        var (manifest, state, blocks) = ([String: [String]](), [String: [String]](), [String: Any]())
        for number in 1...last {
            for (name, text) in versions[number - 1] {
                manifest[MadeObject.sha512(Array(text.utf8)), default: []].append("v\(number)/content/\(name)")
                state[MadeObject.sha512(Array(text.utf8)), default: []].append(name)
            }
            blocks["v\(number)"] =
                [
                    "created": "2026-11-30T08:00:0\(number)Z", "message": "made", "state": state,
                    "user": ["name": "A", "address": "mailto:a@example.org"],
                ] as [String: Any]
        }
        var inventory: [String: Any] = [
            "id": identifier, "type": "https://ocfl.io/\(specification)/spec/#inventory", "digestAlgorithm": "sha512", "head": "v\(last)",
            "manifest": manifest, "versions": blocks,
        ]
        change(&inventory, last)
        return Array(
            try JSONSerialization.data(withJSONObject: inventory, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]))
    }

    static func sha512(_ bytes: [UInt8]) -> String { SHA512.hash(data: bytes).map { String(format: "%02x", $0) }.joined() }
}

/// Files written past the program, as somebody else would.
enum Files {
    static func make(_ folder: FilePath) throws {
        try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
    }

    static func write(_ text: String, to path: FilePath) throws { try write(Array(text.utf8), to: path) }
    static func write(_ bytes: [UInt8], to path: FilePath) throws { try Data(bytes).write(to: URL(fileURLWithPath: path.string)) }
    static func remove(_ path: FilePath) throws { try FileManager.default.removeItem(atPath: path.string) }
    static func link(_ path: FilePath, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path.string, withDestinationPath: target)
    }
}

extension Validation {
    /// The codes of all findings, in order, each as often as it was found.
    var codes: [String] { (errors + warnings).map(\.code.rawValue).sorted() }
}
