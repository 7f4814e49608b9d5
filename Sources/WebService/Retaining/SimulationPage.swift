import Archive
import Records
import Wording
import Yams

/// What `simulation.mustache` calls: a schedule to try out, and what it would move.
struct SimulationPage {
    struct Result {
        let moved: String
        let moves: [Move]
        let hasMoves: Bool
    }
    struct Move {
        let address: String
        let name: String
        let before: String
        let after: String
    }

    let yaml: String
    let problem: String?
    let result: Result?

    /// Most moves that are shown.
    static let most = 200

    /// The schedule in force, to be changed.
    init(_ schedule: ShowSchedule.Version) throws {
        let encoder = YAMLEncoder()
        encoder.options.allowUnicode = true
        encoder.options.sortKeys = false
        yaml = try encoder.encode(schedule.rules)
        (problem, result) = (nil, nil)
    }

    init(_ yaml: String, problem: String) {
        self.yaml = yaml
        self.problem = problem
        result = nil
    }

    init(_ yaml: String, _ moves: [DueMove], _ tongue: Tongue) {
        self.yaml = yaml
        problem = nil
        result = Result(
            moved: DueMessage.moved(moves.count, shown: min(moves.count, Self.most)).text(tongue),
            moves: moves.prefix(Self.most).map {
                Move(
                    address: "/documents/\($0.document)", name: $0.title, before: DueDay($0.before).text(tongue),
                    after: DueDay($0.after).text(tongue))
            }, hasMoves: !moves.isEmpty)
    }
}
