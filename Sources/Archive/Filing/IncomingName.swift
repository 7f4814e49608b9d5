import Glibc
import Records
import SystemPackage
import Wording

/// The name of a file on its way in: what the user gave, or the last part of the path.
struct IncomingName: Sendable, Hashable {
    let name: FileName
    /// The bytes, in hexadecimal digits, where they were not UTF-8 and were read as GB18030.
    let bytes: String?

    /// - Throws: ``ArchiveError`` `.nameRefused`, with what is wrong.
    init(of file: IncomingFile) throws(ArchiveError) {
        if let name = file.name {
            self.name = name
            bytes = nil
            return
        }
        guard let component = file.path?.lastComponent else {
            throw ArchiveError(.nameRefused, ArchiveMessage.nameRefused("", .empty), remedy: Remedy.giveName)
        }
        let raw = Self.bytes(of: component)
        if let text = String(validating: raw, as: UTF8.self) {
            name = try IncomingName.checked(text)
            bytes = nil
        } else if let text = decodeGB18030(raw) {
            name = try IncomingName.checked(text)
            bytes = hexDigits(raw)
        } else {
            throw ArchiveError(
                .nameRefused, ArchiveMessage.nameNotText(component.string), remedy: Remedy.giveName, subject: component.string)
        }
    }

    private static func bytes(of component: FilePath.Component) -> [UInt8] {
        component.withPlatformString { Array(UnsafeBufferPointer(start: $0, count: strlen($0)).map { UInt8(bitPattern: $0) }) }
    }

    /// A name as people read it, whatever it is.
    static func text(of component: FilePath.Component) -> String {
        let raw = bytes(of: component)
        return String(validating: raw, as: UTF8.self) ?? decodeGB18030(raw) ?? component.string
    }

    /// Checks a name that a user typed or a header gave.
    static func checked(_ text: String) throws(ArchiveError) -> FileName {
        do { return try FileName(text) } catch {
            let problem: ArchiveMessage.NameProblem =
                switch error {
                case .empty: .empty
                case .dots: .dots
                case .slash: .slash
                case .tooLong(let bytes): .tooLong(bytes)
                case .unseemly(let scalar): .unseemly("U+" + String(scalar.value, radix: 16, uppercase: true))
                }
            throw ArchiveError(
                .nameRefused, ArchiveMessage.nameRefused(text.debugDescription, problem), remedy: Remedy.giveName, subject: text)
        }
    }
}

/// What some bytes say in GB18030; nil where they are not valid in it.
func decodeGB18030(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, fromLeft) = (source.baseAddress, source.count)
            var (to, toLeft) = (target.baseAddress, target.count)
            let code = iconv(converter, &from, &fromLeft, &to, &toLeft)
            return code == 0 && fromLeft == 0 ? target.count - toLeft : nil
        }
    }
    return written.flatMap { String(validating: output.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}
