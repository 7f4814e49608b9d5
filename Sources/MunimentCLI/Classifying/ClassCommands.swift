import Archive
import ArgumentParser
import Records
import Wording

extension SchemeCommand {
    struct Close: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "close",
            abstract: .said("停用类目：此后不再接受归档，原有文件不动。", "Close a class (停用类目): it takes no new filings; what is in it stays."))

        @Argument(help: .said("类目。", "The class."))
        var `class`: String
        @Option(help: .said("最后一个可归入的日子；默认今天。", "The last day of filing into it; today by default."))
        var on: Given<CivilDate>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(CloseClass(self.class, on: try on?.value())).answer)
        }
    }

    struct Merge: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: .said("把一个类目的全部文件并入另一个，并停用它。", "Put all that is in a class into another, and close it (合并类目)."))

        @Argument(help: .said("要并入别处的类目。", "The class to empty and close."))
        var `class`: String
        @Argument(help: .said("并入的类目。", "The class that takes its documents."))
        var into: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(MergeClass(self.class, into: into, reason: reason)).answer)
        }
    }

    struct Split: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "split",
            abstract: .said(
                "从一个类目分出新类目，把其中查到的文件归入新类目。", "Make a new class of a part of another: of what a query finds in it (拆分类目)."))

        @Argument(help: .said("要拆分的类目。", "The class to split."))
        var `class`: String
        @Argument(help: .said("新类目的代码。", "The new class's code."))
        var code: String
        @Option(help: .said("新类目的中文名称。", "The new class's Chinese name."))
        var chinese: String
        @Option(help: .said("新类目的英文名称。", "The new class's English name."))
        var english: String
        @Option(help: .said("归入新类目的文件：在原类目中用它查到的。", "What goes into the new class: what this finds in the old one."))
        var query: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let split = SplitClass(self.class, off: code, chinese: chinese, english: english, query: query, reason: reason)
            try console.show(try await session.carryOut(split).answer)
        }
    }
}

extension Console {
    fileprivate func show(_ revised: RevisedClasses) throws {
        if json { return try object(revised) }
        say(
            "分类方案第 \(revised.version) 版已启用；随之改归的文件 \(revised.classified) 份",
            "Version \(revised.version) of the scheme is in force; \(revised.classified) documents followed")
    }
}
