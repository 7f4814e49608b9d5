import Archive
import Disk
import Records
import SystemPackage
import Wording
import Yams

/// A YAML file beside the files to be filed, with their metadata.
enum Sidecar {
    /// Largest sidecar that is read, in bytes.
    private static let largest = 256 << 10

    /// - Throws: ``ArchiveError`` that names the file, and as far as they are known the line and the member.
    static func read(_ path: FilePath) throws(ArchiveError) -> FilingDescription {
        let bytes: [UInt8]
        do throws(DiskError) { bytes = try Disk().read(path, limit: largest) } catch {
            throw ArchiveError(
                error.errno == .noSuchFileOrDirectory ? .inputMissing : .inputUnreadable,
                ArchiveMessage.inputUnreadable(path.string, reason: error.errno), remedy: Remedy.checkPath, subject: path.string)
        }
        let members = try members(String(decoding: bytes, as: UTF8.self), of: path.string)
        do throws(ArchiveError) {
            return try FilingDescription.read(named: "YAML") { try YAMLDecoder().decode(FilingDescription.self, from: members) }
        } catch {
            let line = error.subject.flatMap { Self.line(of: $0, in: members) }
            throw ArchiveError(
                error.code, SidecarMessage.member(path.string, line: line, error.message.phrase), remedy: error.remedy,
                subject: error.subject, cause: error)
        }
    }

    private static func members(_ text: String, of path: String) throws(ArchiveError) -> Node {
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch YamlError.duplicatedKeysInMapping(let members, let context) {
            let member = members.first ?? ""
            let twice = ArchiveMessage.memberTwice(member, in: "YAML")
            throw ArchiveError(
                .valueRefused, SidecarMessage.member(path, line: context.mark.line, twice.phrase), remedy: Remedy.correctMember,
                subject: member)
        } catch {
            throw refusal(.notYAML(path, line: (error as? YamlError)?.line), path)
        }
        guard let node, !text.allSatisfy(\.isWhitespace) else { throw refusal(.empty(path), path) }
        guard node.mapping != nil else { throw refusal(.noMembers(path, line: node.mark?.line), path) }
        return node
    }

    private static func refusal(_ message: SidecarMessage, _ path: String) -> ArchiveError {
        ArchiveError(.valueRefused, message, remedy: SidecarMessage.form, subject: path)
    }

    /// The line on which a member stands; of `fields.copies` that of `copies`.
    private static func line(of member: String, in node: Node) -> Int? {
        let name = member.prefix { $0 != "." }
        guard let pair = node.mapping?.first(where: { $0.key.string == String(name) }) else { return nil }
        return line(of: String(member.dropFirst(name.count + 1)), in: pair.value) ?? pair.key.mark?.line
    }
}

extension YamlError {
    /// Where it cannot be read on, from 1.
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .reader(_, let offset?, _, let text): text.prefix(offset).count { $0.isNewline } + 1
        default: nil
        }
    }
}
