import Foundation
import Lives
import Records
import Samples
import Testing

/// Random archives lived through by commands of the built program, held against the oracle that knows the rules alone.
@Suite("R-28, R-30, R-33 to R-35: until when papers are kept, in whole archives, by commands", .timeLimit(.minutes(60)))
struct LivesByCommandsTests {
    /// `MUNIMENT_LONGER` asks for all twenty.
    private static let seeds: ClosedRange<UInt64> = ProcessInfo.processInfo.environment["MUNIMENT_LONGER"] == nil ? 101...101 : 101...120

    @Test("what is said of each paper is what the rules say, recorded in one order or another, and after a rebuild", arguments: seeds)
    func lives(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let life = Life.random(papers: 41, on: DisposalDesks.today, &random)
        let deeds = life.deeds
        for (order, deeds) in [("as told", deeds), ("shuffled", deeds.shuffled(using: &random))] {
            let told = try await ToldArchive(life)
            try await told.tell(life, deeds)
            try await told.compare(life, "seed \(seed), \(order)")
            try await told.run(["rebuild"])
            try await told.compare(life, "seed \(seed), \(order), made anew")
        }
    }
}

/// A life's papers and dossiers in an archive that is told by commands alone.
private final class ToldArchive: Sendable {
    private let program: Program
    private let documents: [String]
    private let dossiers: [String]

    init(_ life: Life) async throws {
        let program = try await Program()
        let schedule = try await program.run("schedule", "show", "--yaml").output + Life.schedule
        for arguments in [
            ["schedule", "load", try program.write("期限表.yaml", schedule)], ["scheme", "load", try program.write("分类方案.yaml", Life.scheme)],
        ] {
            let answer = try await program.run(arguments)
            #expect(answer.exitCode == 0, "\(arguments): \(answer.errors)")
        }
        var documents: [String] = []
        for (number, paper) in life.papers.enumerated() {
            let expiry = paper.expiry.map { ["--expiry", $0] } ?? []
            let filed = try await program.run(
                ["file", try program.write("\(number).txt", "第 \(number) 份"), "--type", paper.type, "--title", "\(number)", "--json"]
                    + expiry)
            documents.append(try #require((filed.json["document"] as? [String: Any])?["id"] as? String, "\(filed.errors)"))
        }
        var dossiers: [String] = []
        for number in life.dossiers.indices {
            let opened = try await program.run("dossier", "open", "案卷 \(number)", "--json")
            dossiers.append(try #require((opened.json["dossier"] as? [String: Any])?["id"] as? String, "\(opened.errors)"))
        }
        (self.program, self.documents, self.dossiers) = (program, documents, dossiers)
    }

    @discardableResult
    func run(_ arguments: [String]) async throws -> Program.Answer {
        let answer = try await program.run(arguments)
        #expect(answer.exitCode == 0, "\(arguments): \(answer.errors)")
        return answer
    }

    func tell(_ life: Life, _ deeds: [LifeDeed]) async throws {
        // Before anything else is known: then whatever the rule says lengthens.
        for (number, paper) in life.papers.enumerated() {
            if let rule = paper.ownRule { try await run(["own-rule", documents[number], rule, "--reason", "另定"]) }
        }
        for deed in deeds { try await run(arguments(of: deed, in: life)) }
        for deed in life.late { try await run(arguments(of: deed)) }
    }

    private func arguments(of deed: LifeDeed, in life: Life) -> [String] {
        switch deed {
        case .classify(let paper): ["classify", life.papers[paper].code ?? "", documents[paper]]
        case .fact(let paper, let name, let value): ["fact", documents[paper], name, value]
        case .link(let dossier, let paper): ["dossier", "link", dossiers[dossier], documents[paper]]
        case .relate(let paper, let relation, let other): ["relate", documents[paper], relation.rawValue, documents[other]]
        case .matter(let paper, let kind): ["matter", "open", documents[paper], kind.rawValue, "--note", "未结"]
        }
    }

    private func arguments(of deed: LifeDeed.Late) -> [String] {
        switch deed {
        case .lead(let dossier, let paper): ["dossier", "lead", dossiers[dossier], documents[paper]]
        case .close(let dossier, let day): ["dossier", "close", dossiers[dossier], "--on", day, "--reason", "完结"]
        case .withdraw(let paper): ["withdraw", documents[paper], "--reason", "误归档"]
        }
    }

    /// Asks about each paper, and holds it against the oracle.
    func compare(_ life: Life, _ note: String) async throws {
        for (number, document) in documents.enumerated() {
            let said = try await run(["retention", document, "--json"]).json
            let story: Comment = "\(note), paper \(number): \(life.papers[number])"
            let answer = Life.Answer(due: said["due"] as? String, waiting: Set(said["waiting"] as? [String] ?? []))
            #expect(answer == life.answer(for: number), story)
            #expect(Set(said["blockedBy"] as? [String] ?? []) == life.blocks(number), story)
            #expect(said["expiryPassed"] as? String == life.expiryPassed(number), story)
        }
    }
}
