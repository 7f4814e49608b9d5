import Archive
import ArgumentParser
import Records
import Wording

/// Taking stock of the shelves.
extension OriginalCommand {
    struct Stocktake: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "stocktake",
            abstract: .said("盘点一个位置：看到的与登记的对照。", "Take stock of a place: what was seen against what is registered."),
            discussion: """
                  muniment original stocktake 盘点.txt --place 档案室-3柜
                """)

        @Argument(help: .said("文本文件，一行一个原件的标识符。", "A text file, the identifier of an original a line."))
        var file: String
        @Option(help: .said("盘点的位置：室、柜、层或盒。", "The place: room, cabinet, shelf or box."))
        var place: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let taken = try await session.carryOut(TakeStock(at: place, seen: try InputFile.text(file))).answer
            if console.json { return try console.object(["stocktake": taken]) }
            console.show(taken)
        }
    }

    struct Stocktakes: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "stocktakes", abstract: .said("列出盘点及其差异，最新的在前。", "List stock-takes with their differences, the newest first."))

        @Option(help: .said("只列这个位置的。", "Only of this place."))
        var place: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let taken = try await session.ask(ListStocktakes(of: place))
            if console.json { return try console.object(["stocktakes": taken]) }
            taken.forEach(console.show)
        }
    }
}

extension Console {
    fileprivate func show(_ stocktake: StocktakeView) {
        let counts = word(
            "相符 \(stocktake.right)，差异 \(stocktake.differences.count)", "\(stocktake.right) right, \(stocktake.differences.count) differ")
        line("\(stocktake.number)  \(stocktake.on)  \(stocktake.by)  \(stocktake.place)  \(counts)")
        for difference in stocktake.differences {
            let one = difference.original
            let settled = difference.isSettled ? word("已处理", "settled") : word("待处理", "open")
            line(
                "  \(difference.kind.text(tongue))  \(one.id)  \(one.title) \(one.copy)/\(one.copies)  \(one.state.text(tongue)) \(one.place ?? "")  \(settled)"
            )
        }
    }
}
