import Archive
import ArgumentParser
import Foundation
import Records
import Wording

/// What a dossier should hold, who is responsible for it, and dossiers that are of one deal, or of two.
extension DossierCommand {
    struct Check: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: .said(
                "对照模板检查案卷：已有、不适用、缺什么。", "Hold a dossier against its template: what is there, what does not apply, what is missing."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(CheckDossier(try dossier.value())))
        }
    }

    struct Template: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "template",
            abstract: .said("指定案卷属于哪种交易，从而应有哪些材料。", "Say what kind of deal a dossier is of, and so what it should hold."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("模板的名称或代码。", "The template: its name or its code."))
        var template: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(SetDossierTemplate(try dossier.value(), template)).answer)
        }
    }

    struct Mark: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "mark",
            abstract: .said("说明应有材料为何不适用、何时补来，或撤销说明。", "Say of an item why it does not apply or by when it comes, or take that back."),
            discussion: """
                  muniment dossier mark C-… 验收单 --not-applicable --reason 只供货
                  muniment dossier mark C-… 图纸 --by 2026-12-31 --reason 设计院未出图
                  muniment dossier mark C-… 图纸 --clear --reason 写错
                """)

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("应有材料的名称或代码。", "The item: its name or its code."))
        var item: String
        @Flag(help: .said("它不适用。", "It does not apply."))
        var notApplicable = false
        @Option(help: .said("它最迟哪天补来。", "The day by which it comes."))
        var by: Given<CivilDate>?
        @Flag(help: .said("撤销以前的说明。", "Take back what was said."))
        var clear = false
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard [notApplicable, by != nil, clear].count(where: \.self) == 1 else { throw ValidationError(.oneOfMarks) }
        }

        func run(_ session: Session, _ console: Console) async throws {
            let kind: DossierMark.Kind? = clear ? nil : notApplicable ? .notApplicable : .promised
            let change = MarkDossierItem(try dossier.value(), item, kind, by: try by?.value(), reason: reason)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Assign: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: .said("指定案卷的责任人，或移交给别人。", "Say who is responsible for dossiers, or pass them on."),
            discussion: """
                  muniment dossier assign C-… C-… --to 王敏 --reason 转售后
                  muniment dossier assign C-… --to none --reason 人员离职
                """)

        @Argument(help: .said("各案卷的标识符。", "The dossiers."))
        var dossiers: [Given<DossierID>]
        @Option(help: .said("账号；none 表示不再有责任人。", "The account; none for nobody.", valueName: "account"))
        var to: String
        @Option(help: .said("原因；已有责任人时必须写明。", "Why; needed where somebody was responsible."))
        var reason: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = AssignDossiers(try dossiers.values(), to: to == "none" ? nil : to, reason: reason)
            let changed = try await session.carryOut(change).answer
            if console.json { return try console.object(["dossiers": changed]) }
            for dossier in changed { console.line("\(dossier.id)  \(dossier.title)  \(dossier.responsible ?? "")") }
        }
    }

    struct Merge: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: .said("合并案卷：把一个的全部材料并入另一个。", "Merge dossiers: all of one goes into the other."))

        @Argument(help: .said("并入另一个的案卷。", "The dossier that is no more one of its own."))
        var dossier: Given<DossierID>
        @Option(help: .said("并入哪个案卷。", "Into which.", valueName: "dossier"))
        var into: Given<DossierID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = MergeDossiers(try dossier.value(), into: try into.value(), reason: reason)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Split: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: .said("拆分案卷：把一些文件移到新的案卷。", "Split a dossier: take documents out of it into a new one."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("移出的各文件。", "The documents."))
        var documents: [Given<DocumentID>]
        @Option(help: .said("新案卷的名称。", "What the new one is called."))
        var title: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SplitDossier(try dossier.value(), try documents.values(), title: title, reason: reason)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Templates: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "templates", abstract: .said("显示现行的案卷模板。", "Show the templates in force."))

        @Flag(help: .said("输出可修改后再载入的文件。", "As a file to change and load."))
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let shown = try await session.ask(ShowDossierTemplates())
            if yaml { return FileHandle.standardOutput.write(Data(try DefinitionText.of(shown).utf8)) }
            try console.show(shown)
        }
    }

    struct LoadTemplates: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "load-templates", abstract: .said("启用另一份案卷模板，作为新版本。", "Put other templates in force, as a new version."),
            discussion: .said("已指定模板的案卷不变。", "Dossiers keep the template that they were given."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(LoadDossierTemplates(try InputFile.text(file))).answer)
        }
    }
}

extension Console {
    /// Shows what a dossier holds of what it should, stage by stage.
    func show(_ check: DossierCheck) throws {
        if json { return try object(["check": check]) }
        let dossier = check.dossier
        let template = dossier.template?.name.text(tongue) ?? word("没有模板", "no template")
        line("\(dossier.id)  \(dossier.title)  \(template)  \(word("缺", "missing")) \(check.missing)")
        var table = TextTable([
            word("阶段", "stage"), word("应有材料", "item"), word("状态", "state"), word("期限", "by"), word("文件或原因", "document or reason"),
        ])
        for item in check.checklist {
            let documents = item.documents.map { "\($0.id) \(word("第 \($0.version.value) 版", "version \($0.version.value)")) \($0.title)" }
            let state = item.isOverdue ? word("逾期", "overdue") : item.state.text(tongue)
            table.add([
                item.stage.text(tongue), item.name.text(tongue), state, item.by ?? "",
                item.reason ?? documents.joined(separator: word("；", "; ")),
            ])
        }
        table.lines.forEach(line)
    }

    fileprivate func show(_ templates: DossierTemplates) throws {
        if json { return try object(templates) }
        line(word("第 \(templates.version) 版", "Version \(templates.version)"))
        for template in templates.templates {
            line("\(template.code)  \(template.name.text(tongue))")
            for item in template.items { line("  \(item.stage.text(tongue))  \(item.name.text(tongue))") }
        }
    }
}
