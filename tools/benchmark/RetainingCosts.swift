import Archive
import Records
import SystemPackage

/// What rights cost a search, and what classification, due dates and holds cost in an archive of many documents.
struct RetainingCosts {
    let work: Workplace

    private static let times = 100

    func measure(into report: inout Report) async throws {
        try await classify(&report)
        try await sight(&report)
        try await due(&report)
        try await fact(&report)
        try await hold(&report)
    }

    /// Half of all documents get a class at once, by what a query finds.
    private func classify(_ report: inout Report) async throws {
        let archive = work.archive
        let found = try await archive.ask(FindDocuments("空调"), as: .operator)
        let took = try await milliseconds {
            try await archive.carryOut(ClassifyDocuments(found, as: "XS-BG-RY", reason: nil), as: .operator)
        }
        report.add("classify by query, each of \(found.count)", took / Double(max(1, found.count)), "ms")
    }

    /// The same searches for somebody who does not see everything.
    private func sight(_ report: inout Report) async throws {
        let archive = work.archive
        let documents = try await archive.ask(ListDocuments(withdrawn: false), as: .operator)
        for (index, document) in documents.enumerated() where index % 100 == 0 {
            var words = MetadataWords()
            words.confidentiality = "secret"
            try await archive.carryOut(EditDocument(document, words: words, reason: "测"), as: .operator)
        }
        let scheme = LocalArchive.standardScheme.replacing(
            "code: XS-BG-RY, parent: XS-BG,", with: "code: XS-BG-RY, parent: XS-BG, readers: [archivist],")
        for (name, queries) in [("two characters", ["空调", "质保", "验收"]), ("question", ["中央空调的质保金什么时候支付？"])] {
            try await sight(name, queries, as: [.salesManager, .customerService], &report)
        }
        try await archive.carryOut(LoadScheme(scheme), as: .operator)
        try await sight("two characters, a class closed", ["空调", "质保", "验收"], as: [.customerService], &report)
        try await archive.carryOut(LoadScheme(LocalArchive.standardScheme), as: .operator)
    }

    private func sight(_ name: String, _ queries: [String], as roles: [Role], _ report: inout Report) async throws {
        for role in roles {
            let account = try await work.archive.carryOut(SetAccount(named: "\(role)", roles: [role], open: true), as: .operator)
            var (times, floors) = ([Double](), [Double]())
            for round in 0..<Self.times {
                let search = SearchDocuments(DocumentSearch(query: queries[round % queries.count]))
                floors.append(try await milliseconds { _ = try await work.archive.ask(search, as: .operator) })
                times.append(try await milliseconds { _ = try await work.archive.ask(search, as: .account(account.id)) })
            }
            report.add(
                "search as \(role.rawValue): \(name)", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "the same for the operator",
                p99: times.quantile(0.99))
        }
    }

    private func due(_ report: inout Report) async throws {
        let archive = work.archive
        report.add("due list, all", try await milliseconds { _ = try await archive.ask(ListDue(.all), as: .operator) }, "ms")
        report.add("due counts", try await milliseconds { _ = try await archive.ask(CountDue(), as: .operator) }, "ms")
        let schedule = LocalArchive.standardSchedule.replacing("10y", with: "15y")
        report.add(
            "simulate a schedule", try await milliseconds { _ = try await archive.ask(SimulateSchedule(schedule), as: .operator) }, "ms")
        report.add("load a schedule", try await milliseconds { try await archive.carryOut(LoadSchedule(schedule), as: .operator) }, "ms")
    }

    /// A fact moves the due dates that hang on it, and no others: it costs what any small change does.
    private func fact(_ report: inout Report) async throws {
        let documents = try await work.archive.ask(ListDocuments(withdrawn: false), as: .operator)
        var (times, floors) = ([Double](), [Double]())
        for index in 0..<Self.times {
            let document = documents[(index * 97) % documents.count]
            var words = MetadataWords()
            words.note = "事由之前 \(index)"
            floors.append(
                try await milliseconds {
                    try await work.archive.carryOut(EditDocument(document, words: words, reason: "测"), as: .operator)
                })
            let fact = RecordFact("accountingYear", "\(2000 + index % 20)", of: document)
            times.append(try await milliseconds { try await work.archive.carryOut(fact, as: .operator) })
        }
        report.add(
            "record a fact", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "an edit of the same document",
            p99: times.quantile(0.99))
    }

    private func hold(_ report: inout Report) async throws {
        let archive = work.archive
        let hold = PlaceHold(on: .standing("空调"), reason: "诉讼", authority: "法务部")
        var placed: HoldView?
        report.add("hold by standing query", try await milliseconds { placed = try await archive.carryOut(hold, as: .operator) }, "ms")
        report.add(
            "due list by today, with that hold", try await milliseconds { _ = try await archive.ask(ListDue(.by(nil)), as: .operator) },
            "ms")
        if let placed { try await archive.carryOut(LiftHold(placed.id, reason: "结案", authority: "法务部"), as: .operator) }
    }
}
