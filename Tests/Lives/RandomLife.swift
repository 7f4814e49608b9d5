package import Records
package import Samples

/// One thing that is recorded after all papers are there.
package enum LifeDeed: Sendable {
    case classify(Int)
    case fact(Int, String, String)
    case link(dossier: Int, Int)
    case relate(Int, Relation, Int)
    case matter(Int, MatterKind)

    /// What the others must be there for.
    package enum Late: Sendable { case lead(dossier: Int, Int), close(dossier: Int, String), withdraw(Int) }
}

extension Life {
    /// In any order; ``late`` come after them.
    package var deeds: [LifeDeed] {
        papers.enumerated().flatMap { number, paper -> [LifeDeed] in
            (paper.code == nil ? [] : [.classify(number)])
                + paper.facts.flatMap { name, values in values.map { .fact(number, name, $0) } }.sorted { "\($0)" < "\($1)" }
                + paper.relations.map { .relate(number, $0.relation, $0.other) } + paper.matters.map { .matter(number, $0) }
        } + dossiers.enumerated().flatMap { number, dossier in dossier.members.map { .link(dossier: number, $0) } }
    }

    package var late: [LifeDeed.Late] {
        dossiers.enumerated().flatMap { number, dossier in
            (dossier.leader.map { [.lead(dossier: number, $0)] } ?? []) + (dossier.closed.map { [.close(dossier: number, $0)] } ?? [])
        } + papers.indices.filter { papers[$0].isWithdrawn }.map { .withdraw($0) }
    }

    /// - Parameter today: the day on which all is filed.
    package static func random(papers count: Int, on today: String, _ random: inout SeededGenerator) -> Life {
        var life = Life(today: today)
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
        let codes = Self.codes.filter { paper.type != "contract" || !["L-JD", "L-TB"].contains($0) }
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
