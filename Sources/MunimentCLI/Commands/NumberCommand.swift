import Archive
import ArgumentParser
import Catalogue
import Records
import Wording

struct NumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number", abstract: "Our own numbers (合同编号): reserve the next one, list gaps (漏号), say why one stays unused.",
        subcommands: [Reserve.self, Gaps.self, Explain.self, Pattern.self])

    struct Reserve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set the next number aside, or a given free one.")

        @Option(help: "Document type.")
        var type = "contract"
        @Option(help: "This number rather than the next.")
        var number: String?
        @Option(help: "What for.")
        var reason: String?
        @Option(help: "A key of yours: the same request asked twice under it is carried out once.")
        var key: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let reserved = try await archive.reserveNumber(
                    of: try documentType(type, archive), number: number, reason: reason, key: key, by: actor)
                if console.json { return try console.object(["number": reserved]) }
                console.line(reserved.number)
            }
        }
    }

    struct Gaps: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List numbers without a document: reserved, explained, open.")

        @Option(help: "Only this document type.")
        var type: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let gaps = try await archive.numberGaps(
                    of: try type.map { name throws(ArchiveError) in try documentType(name, archive) }, by: actor)
                if console.json { return try console.object(["gaps": gaps]) }
                var table = TextTable([
                    console.word("编号", "number"), console.word("类型", "type"), console.word("情况", "state"), console.word("原因", "reason"),
                ])
                for gap in gaps { table.add([gap.number, gap.type, gap.state.rawValue, gap.reason ?? ""]) }
                table.lines.forEach(console.line)
            }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say why a number stays without a document (作废 …).")

        @Argument(help: "The number.")
        var number: String
        @Option(help: "Document type.")
        var type = "contract"
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let explained = try await archive.explainNumber(number, of: try documentType(type, archive), reason: reason, by: actor)
                if console.json { return try console.object(["number": explained]) }
                console.say("已记录：\(explained.number) \(reason)", "Recorded: \(explained.number) \(reason)")
            }
        }
    }

    struct Pattern: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a document type another numbering pattern, such as HT-{year}-{seq:4}.")

        @Argument(help: "The pattern.")
        var pattern: String
        @Option(help: "Document type.")
        var type = "contract"
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try await archive.setNumbering(of: try documentType(type, archive), pattern: pattern, by: actor)
                if console.json { return try console.object(["pattern": pattern]) }
                console.say("编号规则已改为 \(pattern)", "The pattern is \(pattern) now")
            }
        }
    }
}

/// The document type that a word in either language means.
func documentType(_ word: String, _ archive: LocalArchive) throws(ArchiveError) -> DocumentType {
    if let type = archive.vocabulary.type(named: word) { return type }
    let known = archive.vocabulary.entries.map(\.code.code).joined(separator: ", ")
    throw ArchiveError(.valueRefused, ArchiveMessage.typeUnknown(word, known: known), remedy: Remedy.listTypes, subject: "type")
}
