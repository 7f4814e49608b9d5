import Archive
import ArgumentParser
import Records
import Wording

/// Who must do what before a batch is destroyed.
extension DisposalCommand {
    struct Duties: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "duties", abstract: .said("列出销毁须由谁鉴定、签署和监销。", "List who must judge, sign and supervise."))

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let duties = try await session.ask(ListDisposalDuties())
            if console.json { return try console.object(["duties": duties]) }
            duties.forEach(console.show)
        }
    }

    struct SetDuties: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-duties",
            abstract: .said("设定销毁须由谁鉴定、签署和监销。", "Set who must judge, sign and supervise."),
            discussion: """
                  muniment disposal set-duties others --appraiser archivist --post archive_head --post archive_handler --reason 董事会决议 --as 王总
                """)

        @Argument(help: .said("会计档案，还是其他档案。", "Accounting records, or all others."))
        var records: Given<DisposalRecords>
        @Option(name: .customLong("appraiser"), help: .said("须参加鉴定的角色；可给多次。", "A role that must judge; may be given often."))
        var appraisers: [Given<Role>] = []
        @Option(name: .customLong("post"), help: .said("须签署的职务；可给多次。", "A post that must sign; may be given often."))
        var posts: [Given<DisposalPost>] = []
        @Option(
            name: .customLong("supervisor"),
            help: .said(
                "监销人的角色，每次一名；不给则为不同部门的两人。", "A supervisor's role, one person each; without, two of different departments."))
        var supervisors: [Given<Role>] = []
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SetDisposalDuties(
                try records.value(), appraisers: try appraisers.values(), posts: try posts.values(),
                supervisors: supervisors.isEmpty ? nil : try supervisors.values(), reason: reason)
            let answer = try await session.carryOut(change).answer
            if console.json { return try console.object(["duties": answer]) }
            console.show(answer)
        }
    }
}

extension DisposalRecords: Givable {}

extension Console {
    fileprivate func show(_ view: DisposalDutiesView) {
        let duties = view.duties
        line([view.records.text(tongue), view.setOn, view.reason].compactMap(\.self).joined(separator: "  "))
        show(word("鉴定", "judge"), duties.appraisers.map { $0.text(tongue) })
        show(word("签署", "sign"), duties.posts.map { $0.text(tongue) })
        show(
            word("监销", "supervise"),
            duties.supervisors?.map { $0.text(tongue) } ?? [word("两人，来自不同部门", "two people of different departments")])
    }

    private func show(_ duty: String, _ who: [String]) { line("  \(duty)  \(who.joined(separator: word("、", ", ")))") }
}
