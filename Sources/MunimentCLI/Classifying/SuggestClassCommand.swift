import Archive
import ArgumentParser
import Records
import Wording

struct SuggestClassCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest-class",
        abstract: .said(
            "按以前的归类，建议文件的类目并说明理由；不会自动归类。",
            "Suggest classes for a document by what was classified before, and say why; it classifies nothing."
        ),
        discussion: "  muniment suggest-class D-7K3M-9QXT-2VHT")

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let suggestions = try await session.ask(SuggestClass(for: try document.value())).suggestions
        if console.json { return try console.object(["suggestions": suggestions]) }
        let scheme = try await session.ask(ShowScheme())
        if suggestions.isEmpty { console.say("没有已归类的相近文件，无从建议", "No like document is classified yet: nothing can be suggested") }
        for suggestion in suggestions {
            console.line("\(suggestion.class)  \(scheme.name(of: suggestion.class).text(console.tongue))")
            for ground in suggestion.because { console.line("    " + line(ground, console)) }
        }
    }

    private func line(_ ground: ClassSuggestion.Ground, _ console: Console) -> String {
        let value = ground.kind == .type ? DocumentType(ground.value).map(console.name) ?? ground.value : ground.value
        return console.word(
            "\(ground.kind.phrase.chinese)“\(value)”：\(ground.of) 份中 \(ground.documents) 份归入此类",
            "\(ground.kind.phrase.english) “\(value)”: \(ground.documents) of \(ground.of) are in this class")
    }
}
