import Foundation
import Records
import Samples
import Testing

@testable import Archive

/// Random archives lived through by use cases, held against an oracle that was written from the rules alone.
@Suite("Until when papers are kept, in whole archives", .timeLimit(.minutes(10)))
struct LivesTests {
    /// How many lives: `MUNIMENT_LONGER` asks for all of them.
    private static func longer(_ all: UInt64, else few: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment["MUNIMENT_LONGER"] == nil ? few : all
    }

    @Test(
        "R-28, R-30, R-33 to R-35: due dates, what is awaited and what blocks are what the rules say",
        arguments: 1...longer(20, else: 6))
    func lives(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let life = Life.random(papers: 41, &random)
        let deeds = life.deeds
        // Another order of the same facts gives the same answers.
        for deeds in [deeds, deeds.shuffled(using: &random)] {
            let scratch = try Scratch()
            let archive = try scratch.archive()
            let world = try await LivedArchive(life, archive, scratch)
            try await world.giveOwnRules(life)
            for deed in deeds { try await world.carryOut(deed, of: life) }
            for deed in life.late { try await world.carryOut(deed) }
            try await world.compare(life, "seed \(seed)")
            _ = try await archive.rebuild(by: .operator)
            try await world.compare(life, "seed \(seed), made anew")
            await archive.close()
        }
    }
}

/// One thing that is recorded after all papers are there.
enum LifeDeed: Sendable {
    case classify(Int)
    case fact(Int, String, String)
    case link(dossier: Int, Int)
    case relate(Int, Relation, Int)
    case matter(Int, MatterKind)

    /// What the others must be there for.
    enum Late: Sendable { case lead(dossier: Int, Int), close(dossier: Int, String), withdraw(Int) }
}

extension Life {
    /// In any order; ``late`` come after them.
    var deeds: [LifeDeed] {
        papers.enumerated().flatMap { number, paper -> [LifeDeed] in
            (paper.code == nil ? [] : [.classify(number)])
                + paper.facts.flatMap { name, values in values.map { .fact(number, name, $0) } }.sorted { "\($0)" < "\($1)" }
                + paper.relations.map { .relate(number, $0.relation, $0.other) } + paper.matters.map { .matter(number, $0) }
        } + dossiers.enumerated().flatMap { number, dossier in dossier.members.map { .link(dossier: number, $0) } }
    }

    var late: [LifeDeed.Late] {
        dossiers.enumerated().flatMap { number, dossier in
            (dossier.leader.map { [.lead(dossier: number, $0)] } ?? []) + (dossier.closed.map { [.close(dossier: number, $0)] } ?? [])
        } + papers.indices.filter { papers[$0].isWithdrawn }.map { .withdraw($0) }
    }

    static func random(papers count: Int, _ random: inout SeededGenerator) -> Life {
        var life = Life(today: "2026-11-23")
        for number in 0..<count {
            life.papers.append(paper(number, &random))
        }
        for _ in 0..<8 {
            var dossier = Dossier()
            dossier.members = (0..<count).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
            let contracts = dossier.members.filter { life.papers[$0].type == "contract" }
            if Int.random(in: 0..<3, using: &random) == 0 { dossier.leader = contracts.randomElement(using: &random) }
            if Bool.random(using: &random) { dossier.closed = date(&random) }
            life.dossiers.append(dossier)
        }
        return life
    }

    private static func paper(_ number: Int, _ random: inout SeededGenerator) -> Paper {
        func chance(_ one: Int, _ random: inout SeededGenerator) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
        let types = ["contract", "contract", "contract", "amendment", "handover", "tender", "quote", "invoice", "qualification", "other"]
        var paper = Paper(type: types.randomElement(using: &random) ?? "other")
        // A contract that is kept with a contract may lead in a circle, of which the rules say nothing.
        let codes = rules.keys.sorted().filter { paper.type != "contract" || !["L-JD", "L-TB"].contains($0) }
        if !chance(8, &random) { paper.code = codes.randomElement(using: &random) }
        if chance(6, &random) { paper.ownRule = ["L-BJ", "L-CW", "L-AJ", "L-TJ", "L-ZY"].randomElement(using: &random) }
        for name in ["performed", "expired", "terminated", "awarded"] where chance(3, &random) { paper.facts[name] = [date(&random)] }
        for name in ["originalKeptByFinance", "governmentProcurement", "framework"] where !chance(3, &random) {
            paper.facts[name] = [Bool.random(using: &random) ? "true" : "false"]
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let year = "\(Int.random(in: 1995...2025, using: &random))"
            paper.facts["accountingYear"] = Set(paper.facts["accountingYear", default: []] + [year]).sorted()
        }
        if chance(2, &random) { paper.expiry = date(&random) }
        for relation in Relation.allCases where number > 0 && chance(5, &random) {
            paper.relations.append((relation, Int.random(in: 0..<number, using: &random)))
        }
        paper.matters = MatterKind.allCases.filter { _ in chance(25, &random) }
        paper.isWithdrawn = chance(12, &random)
        return paper
    }

    /// Known to the day, the month or the year.
    private static func date(_ random: inout SeededGenerator) -> String {
        let (year, month) = (Int.random(in: 1995...2025, using: &random), Int.random(in: 1...12, using: &random))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "\(year)"
        case 1: return "\(year)-\(two(month))"
        case 2: return CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))?.description ?? "\(year)"
        default: return "\(year)-\(two(month))-\(two(Int.random(in: 1...28, using: &random)))"
        }
    }
}

/// A life's papers and dossiers in an archive.
struct LivedArchive {
    let archive: LocalArchive
    private var documents: [DocumentID] = []
    private var dossiers: [DossierID] = []

    init(_ life: Life, _ archive: LocalArchive, _ scratch: Scratch) async throws {
        self.archive = archive
        _ = try await archive.carryOut(LoadSchedule(LocalArchive.standardSchedule + Life.schedule), as: .operator)
        _ = try await archive.carryOut(LoadScheme(Life.scheme), as: .operator)
        for (number, paper) in life.papers.enumerated() {
            var filing = Filing(try scratch.file("\(number).txt", "第 \(number) 份"), type: paper.type, title: "\(number)")
            filing.words.expiry = paper.expiry
            documents.append(try await archive.file(filing, by: .operator).document.id)
        }
        for number in life.dossiers.indices {
            dossiers.append(try await archive.carryOut(OpenDossier(title: "案卷 \(number)", party: nil), as: .operator).id)
        }
    }

    /// Before anything else is known: then whatever the rule says lengthens.
    func giveOwnRules(_ life: Life) async throws {
        for (number, paper) in life.papers.enumerated() {
            guard let rule = paper.ownRule else { continue }
            _ = try await archive.carryOut(SetOwnRule(rule, for: documents[number], reason: "另定"), as: .operator)
        }
    }

    func carryOut(_ deed: LifeDeed, of life: Life) async throws {
        switch deed {
        case .classify(let paper):
            _ = try await archive.carryOut(ClassifyDocuments([documents[paper]], as: life.papers[paper].code, reason: nil), as: .operator)
        case .fact(let paper, let name, let value):
            _ = try await archive.carryOut(RecordFact(name, value, of: documents[paper]), as: .operator)
        case .link(let dossier, let paper):
            _ = try await archive.carryOut(LinkDocuments([documents[paper]], to: dossiers[dossier], home: false), as: .operator)
        case .relate(let paper, let relation, let other):
            _ = try await archive.carryOut(RelateDocuments(documents[paper], relation, to: documents[other]), as: .operator)
        case .matter(let paper, let kind): _ = try await archive.carryOut(OpenMatter(kind, on: documents[paper], note: "未结"), as: .operator)
        }
    }

    func carryOut(_ deed: LifeDeed.Late) async throws {
        switch deed {
        case .lead(let dossier, let paper):
            _ = try await archive.carryOut(LeadDossier(dossiers[dossier], by: documents[paper]), as: .operator)
        case .close(let dossier, let day):
            _ = try await archive.carryOut(CloseDossier(dossiers[dossier], on: day, reason: "完结"), as: .operator)
        case .withdraw(let paper): _ = try await archive.carryOut(WithdrawDocument(documents[paper], reason: "误归档"), as: .operator)
        }
    }

    /// Asks about each paper, alone and in the list, and holds it against the oracle.
    func compare(_ life: Life, _ note: String) async throws {
        let lines = Dictionary(
            uniqueKeysWithValues: try await archive.ask(ListDue(.all), as: .operator).map { ($0.document, $0) })
        for (number, document) in documents.enumerated() {
            let (expected, blocks) = (life.answer(for: number), life.blocks(number))
            let view = try await archive.ask(ShowRetention(of: document), as: .operator)
            let story = "\(note), paper \(number): \(life.papers[number])"
            #expect(Life.Answer(due: view.due, waiting: Set(view.waiting)) == expected, "\(story)")
            #expect(Set(view.blockedBy) == blocks && view.expiryPassed == life.expiryPassed(number), "\(story)")
            guard let line = lines[document] else {
                #expect(life.papers[number].isWithdrawn, "\(story)")
                continue
            }
            #expect(Life.Answer(due: line.due, waiting: Set(line.waiting)) == expected, "in the list: \(story)")
            #expect(Set(line.blockedBy) == blocks && line.expiryPassed == life.expiryPassed(number), "in the list: \(story)")
        }
    }
}
