import Crypto
import Records
import SystemPackage

/// Where an object lies under the storage root: OCFL extension 0003-hash-and-id-n-tuple-storage-layout with sha512 and
/// two tuples of two digits.
struct ObjectLayout: Sendable {
    static let extensionName = "0003-hash-and-id-n-tuple-storage-layout"
    /// Folders above an object's own.
    static let tuples = 2

    /// Whether a folder's name is that of a tuple: two lower-case hexadecimal digits.
    static func isTuple(_ name: String) -> Bool { name.utf8.count == 2 && name.allSatisfy { "0123456789abcdef".contains($0) } }

    /// The document whose object belongs at this place, relative to the storage root; nil for any other place.
    static func document(at place: String) -> DocumentID? {
        guard let name = FilePath(place).lastComponent, let document = document(ofFolder: name) else { return nil }
        return folders(of: document).map(\.string).joined(separator: "/") == place ? document : nil
    }

    /// The folders from the storage root down to the object: `["3f", "a0", "info%3amuniment%2fD7K3M9QXT2VHT"]`.
    static func folders(of document: DocumentID) -> [FilePath.Component] {
        let id = Inventory.objectID(document)
        let digits = hexDigits(SHA512.hash(data: Array(id.utf8)))
        return [String(digits.prefix(2)), String(digits.dropFirst(2).prefix(2)), encoded(id)].map { name in
            guard let component = FilePath.Component(name) else { preconditionFailure("layout: hexadecimal digits are a name") }
            return component
        }
    }

    /// The document whose object's folder bears this name; nil for any other name.
    static func document(ofFolder name: FilePath.Component) -> DocumentID? {
        let prefix = encoded("info:muniment/")
        guard name.string.hasPrefix(prefix) else { return nil }
        return try? DocumentID(name.string.dropFirst(prefix.count))
    }

    /// Percent-encoding as the extension has it: all but letters, digits, `-` and `_`, in lower-case digits.
    static func encoded(_ id: String) -> String {
        id.utf8.map { byte in
            let letter = Character(Unicode.Scalar(byte))
            return letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-" || letter == "_")
                ? String(letter) : "%" + hexDigits([byte])
        }.joined()
    }

    /// The folder that says which layout a root has.
    static let configuration = """
        {
          "extensionName": "\(extensionName)",
          "digestAlgorithm": "sha512",
          "tupleSize": 2,
          "numberOfTuples": 2
        }

        """
    static let description = """
        {
          "extension": "\(extensionName)",
          "description": "The first two pairs of digits of the sha512 of the object's id, then the percent-encoded id."
        }

        """
}
