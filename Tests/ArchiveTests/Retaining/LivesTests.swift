import Foundation
import Lives
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
        let life = Life.random(papers: 41, on: "2026-11-23", &random)
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
