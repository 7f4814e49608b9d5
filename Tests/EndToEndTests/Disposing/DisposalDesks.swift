import Foundation
import Testing

/// The people of a disposal, each with an account and a token, at the command line.
final class DisposalDesks: Sendable {
    let program: Program
    private let tokens: [String: String]

    static let people = [
        ("陈国清", "sales_assistant", "销售部"), ("李档", "archivist", "档案室"), ("王总", "head", "总经理室"), ("赵财", "finance", "财务部"),
        ("孙信", "information_systems", "信息部"),
    ]

    init(_ program: Program) async throws {
        self.program = program
        var tokens: [String: String] = [:]
        for (name, role, department) in Self.people {
            let made = try await program.run("account", "set", name, "--role", role, "--department", department)
            #expect(made.exitCode == 0, "\(made.errors)")
            tokens[name] = try await program.run("token", "create", name).output.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        self.tokens = tokens
    }

    func token(of name: String) -> String { tokens[name] ?? "" }

    /// Runs a command as somebody, with its answer as JSON.
    @discardableResult
    func run(_ name: String, _ arguments: String...) async throws -> Program.Answer {
        try await program.run(arguments + ["--as", name, "--json"], environment: ["MUNIMENT_TOKEN": token(of: name)])
    }

    /// Runs a command that must succeed, and gives a member of its answer.
    @discardableResult
    func done(_ name: String, _ member: String, _ arguments: String...) async throws -> [String: Any] {
        let answer = try await program.run(arguments + ["--as", name, "--json"], environment: ["MUNIMENT_TOKEN": token(of: name)])
        #expect(answer.exitCode == 0, "\(arguments): \(answer.errors)")
        return member.isEmpty ? answer.json : answer.json[member] as? [String: Any] ?? [:]
    }

    /// A contract whose time came long ago.
    func due(_ title: String, _ content: String, _ options: String...) async throws -> String {
        try await due(try program.write("\(title).txt", content), ["--title", title] + options)
    }

    /// The same of a file that there is.
    func due(_ path: String, _ options: [String] = []) async throws -> String {
        let filed = try await program.run(["file", path, "--type", "contract", "--class", "XS-HT-YB", "--json"] + options)
        #expect(filed.exitCode == 0, "\(filed.errors)")
        let id = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        for (name, value) in [("performed", "2010-05-20"), ("originalKeptByFinance", "false")] {
            #expect(try await program.run("fact", id, name, value).exitCode == 0)
        }
        return id
    }

    /// Brings what is due to where it can be carried out, and answers the batch.
    func ready() async throws -> String {
        let today = Self.today
        let batch = try #require(
            try await done("陈国清", "batch", "disposal", "propose", "--by", today, "--reason", "保管期满")["id"] as? String)
        return try await goOn(batch)
    }

    /// Brings a batch that was proposed to where it can be carried out.
    @discardableResult
    func goOn(_ batch: String) async throws -> String {
        let today = Self.today
        let judged = try await done("李档", "batch", "disposal", "appraise", batch, "--all", "destroy", "--opinion", "同意销毁")
        let digest = try #require(judged["digest"] as? String)
        try await done("李档", "batch", "disposal", "sign", batch, "--digest", digest)
        try await done("王总", "batch", "disposal", "approve", batch, "--digest", digest)
        for name in ["赵财", "孙信"] { try await done(name, "batch", "disposal", "supervise", batch, "--date", today) }
        return batch
    }

    /// In the archive's zone.
    static var today: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Asia/Shanghai")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }
}
