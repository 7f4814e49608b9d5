import Archive
import ArgumentParser
import Records
import Wording

/// What is printed of originals, and of files that pass on.
extension OriginalCommand {
    struct Labels: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "labels", abstract: .said("打印原件标签：条码和二维码。", "Print labels of originals, with a bar code and a QR code."),
            discussion: """
                  muniment original labels C-… --output 标签.pdf
                """)

        @Argument(help: .said("原件、文件或案卷的标识符。", "An original, a document or a dossier."))
        var record: String
        @OptionGroup var common: CommonOptions
        @Option(name: [.long, .short], help: .said("写到哪个 PDF 文件。", "The PDF file to write."))
        var output: String

        func run(_ session: Session, _ console: Console) async throws {
            let file = try await session.ask(PrintOriginalLabels(of: record, in: console.tongue))
            try console.write(file, to: output)
        }
    }

    struct StocktakeList: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "stocktake-list",
            abstract: .said("打印一个位置的盘点清单。", "Print what is registered at a place, to be taken along when stock is taken."),
            discussion: """
                  muniment original stocktake-list --place 档案室-3柜 --output 盘点清单.pdf
                """)

        @Option(help: .said("盘点的位置：室、柜、层或盒。", "The place: room, cabinet, shelf or box."))
        var place: String
        @OptionGroup var common: CommonOptions
        @Option(name: [.long, .short], help: .said("写到哪个文件：.pdf、.xlsx 或 .csv。", "The file to write: .pdf, .xlsx or .csv."))
        var output: String

        func run(_ session: Session, _ console: Console) async throws {
            let question = PrintStocktakeList(at: place, as: try ExportFormat.of(output), in: console.tongue)
            try console.write(try await session.ask(question), to: output)
        }
    }
}

extension DossierCommand {
    struct TransferList: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "transfer-list", abstract: .said("打印移交清册。", "Print the list by which the files of dossiers pass on."),
            discussion: """
                  muniment dossier transfer-list C-… C-… --output 移交清册.pdf
                """)

        @Argument(help: .said("各案卷的标识符。", "The dossiers."))
        var dossiers: [Given<DossierID>]
        @OptionGroup var common: CommonOptions
        @Option(name: [.long, .short], help: .said("写到哪个文件：.pdf、.xlsx 或 .csv。", "The file to write: .pdf, .xlsx or .csv."))
        var output: String

        func run(_ session: Session, _ console: Console) async throws {
            let question = ExportTransferList(of: try dossiers.values(), as: try ExportFormat.of(output), in: console.tongue)
            try console.write(try await session.ask(question), to: output)
        }
    }
}

extension ExportFormat {
    /// The one that a file's name ends with.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`
    static func of(_ output: String) throws(ArchiveError) -> ExportFormat {
        let ending = output.split(separator: ".").last.map(String.init)?.lowercased() ?? ""
        if let format = ExportFormat(rawValue: ending) { return format }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(ending), remedy: Remedy.words(choices), subject: output)
    }
}

extension Console {
    /// Writes a file that was made of a list.
    func write(_ file: ExportedFile, to output: String) throws {
        try ContentOutput.write(file.bytes, to: output)
        if json { return try object(["output": output]) }
        say("已写入 \(output)", "Written to \(output)")
    }
}
