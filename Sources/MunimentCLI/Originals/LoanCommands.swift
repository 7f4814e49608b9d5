import Archive
import ArgumentParser
import Foundation
import Records
import Wording

/// Who borrows, and up to which day.
struct LoanOptions: ParsableArguments {
    @Option(
        help: .said(
            "借阅人的账号；和 --outside 一起用时为外单位的名称。", "The borrower's account; with --outside, how they are called.", valueName: "account"))
    var to: String
    @Flag(help: .said("借给外单位。", "To somebody outside."))
    var outside = false
    @Option(help: .said("归还期限；同意留在外单位时不给。", "The last day; none to consent that it stays outside."))
    var until: Given<CivilDate>?
}

/// How long paper may be lent, and with whose consent.
extension OriginalCommand {
    struct Consent: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "consent", abstract: .said("同意借出一份原件。", "Consent to the loan of an original."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @OptionGroup var loan: LoanOptions
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = ConsentToLoan(
                try original.value(), to: loan.to, outside: loan.outside, until: try loan.until?.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct LoanRules: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "loan-rules", abstract: .said("显示借阅规则。", "Show how long paper may be lent, and with whose consent."))

        @Flag(help: .said("输出可修改后再载入的文件。", "As a file to change and load."))
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let rules = try await session.ask(ListLoanRules())
            if yaml { return FileHandle.standardOutput.write(Data(try DefinitionText.of(rules).utf8)) }
            try console.show(rules)
        }
    }

    struct ReplaceLoanRules: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-loan-rules", abstract: .said("设定借阅规则。", "Set how long paper may be lent, and with whose consent."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SetLoanRules(try InputFile.text(file), reason: reason)
            try console.show(try await session.carryOut(change).answer)
        }
    }
}

extension Console {
    fileprivate func show(_ rules: [LoanRule]) throws {
        if json { return try object(["rules": rules]) }
        func names(_ roles: [Role]?) -> String { roles.map { $0.map { $0.text(tongue) }.joined(separator: word("或", " or ")) } ?? "" }
        var table = TextTable([word("类目", "class"), word("最多天数", "days"), word("须同意", "consent"), word("借给外单位须同意", "consent, outside")])
        for rule in rules {
            table.add([rule.class ?? word("其他", "others"), "\(rule.days)", names(rule.consent), names(rule.outside ?? rule.consent)])
        }
        table.lines.forEach(line)
    }
}
