import Archive
import Records

/// What a disposal costs, by how many documents are destroyed: their number, and not that of the archive, is to say.
struct DisposingCosts {
    let work: Workplace

    /// Who has to act, each under an account of their own.
    private struct People {
        let clerk, archivist, head, watcher, other: Actor

        init(_ archive: LocalArchive) async throws {
            func account(_ name: String, _ role: Role) async throws -> Actor {
                .account(
                    try await archive.carryOut(SetAccount(named: name, roles: [role], open: true, department: name), as: .operator).id)
            }
            clerk = try await account("陈国清", .salesAssistant)
            archivist = try await account("李档", .archivist)
            head = try await account("王总", .head)
            watcher = try await account("赵财", .finance)
            other = try await account("孙信", .informationSystems)
        }
    }

    func measure(into report: inout Report) async throws {
        let archive = work.archive
        // Whatever was classified by a query is due one year after it was signed.
        let rule = "id: XS-BG-RY, title: 日报、月报, authority: 国家档案局令第10号, start: filed, from: year-end, period: 10y"
        let schedule = LocalArchive.standardSchedule.replacing(
            rule, with: rule.replacing("start: filed", with: "start: signed").replacing("10y", with: "1y"))
        try await archive.carryOut(LoadSchedule(schedule), as: .operator)
        let counts = [1, 100, 10_000]
        let classes = counts.map { "- {code: XS-BG-\($0), parent: XS-BG, chinese: 第\($0)类, english: Class \($0), rules: [XS-BG-RY]}\n" }
        try await archive.carryOut(LoadScheme(LocalArchive.standardScheme + classes.joined()), as: .operator)
        let people = try await People(archive)
        for count in counts {
            // Each batch is a class of its own, so that all of it is destroyed.
            let due = try await archive.ask(ListDue(.by(nil)), as: .operator).map(\.document)
            guard count <= due.count / 2 else {
                print("destroy \(count): not measured, for only \(due.count) documents are due")
                continue
            }
            try await archive.carryOut(ClassifyDocuments(Array(due.prefix(count)), as: "XS-BG-\(count)", reason: "销毁"), as: .operator)
            try await destroy(count, people, &report)
        }
    }

    /// By the system's clock, in the zone of a new archive.
    private static var today: CivilDate { SystemClock().now().date(offset: 8 * 3600) }

    private func destroy(_ count: Int, _ people: People, _ report: inout Report) async throws {
        let archive = work.archive
        let today = Self.today
        var batch: BatchView?
        let proposed = try await milliseconds {
            batch = try await archive.carryOut(ProposeDisposal(by: today, reason: "期满", recordClass: "XS-BG-\(count)"), as: people.clerk)
        }
        guard let batch else { return }
        report.add("propose a disposal, each of \(batch.items.count)", proposed / Double(batch.items.count), "ms")
        let judged = AppraiseDisposal(batch.id, all: "destroy", opinion: "同意")
        let digest = try await archive.carryOut(judged, as: people.archivist).digest
        try await archive.carryOut(SignDisposal(batch.id, digest: digest), as: people.archivist)
        try await archive.carryOut(ApproveDisposal(batch.id, digest: digest), as: people.head)
        for watcher in [people.watcher, people.other] { try await archive.carryOut(SuperviseDisposal(batch.id, on: today), as: watcher) }
        let took = try await milliseconds { _ = try await archive.execute(batch.id, by: people.archivist) }
        report.add("destroy \(count), each", took / Double(count), "ms")
    }
}
