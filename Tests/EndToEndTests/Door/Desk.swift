import Foundation
import Subprocess
import SystemPackage
import Testing

/// The two doors of the archive for programs and for people at a terminal: what is done at one can be done at the other, and comes to the same.
enum Door: String, CaseIterable {
    case commandLine, service
}

/// What came of a deed.
struct Outcome {
    /// `M107`; nil where it was done.
    let refusal: String?
    /// What the refusal is about.
    let subject: String?
    /// The answer, in the same form at both doors; the refusal where it was refused.
    let answer: Any

    var object: [String: Any] { answer as? [String: Any] ?? [:] }
    var list: [[String: Any]] { answer as? [[String: Any]] ?? [] }
    /// The identifier of what was made.
    var id: String { (object["id"] ?? (object["document"] as? [String: Any])?["id"]) as? String ?? "" }

    subscript(_ member: String) -> Any? { object[member] }
}

/// Somebody who works at one door with an archive of their own.
final class Desk: Sendable {
    static let account = "陈国清"
    static let roles = [
        "sales_assistant", "salesperson", "sales_manager", "customer_service", "finance", "archivist", "auditor", "administrator",
    ]

    let program: Program
    let door: Door
    private let service: Service?
    private let token: String

    init(_ door: Door, roles: [String] = Desk.roles) async throws {
        self.door = door
        program = try await Program()
        let made = try await program.run(["account", "set", Desk.account] + roles.flatMap { ["--role", $0] })
        #expect(made.exitCode == 0, "\(made.errors)")
        token = try await program.run("token", "create", Desk.account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        service = door == .service ? try await Service(program) : nil
    }

    /// Does it at this desk's door. What was filed has been read when it answers: a command reads it, a service soon afterwards.
    @discardableResult
    func `do`(_ deed: Deed) async throws -> Outcome {
        guard let service else { return try await deed.outcome(atCommandLineOf: program, token) }
        let outcome = try await deed.outcome(at: service, token)
        guard !deed.files.isEmpty, outcome.refusal == nil else { return outcome }
        for _ in 0..<200 {
            let state = try await Deed.extraction.outcome(at: service, token)
            if state.refusal != nil || state["waiting"] as? Int == 0 { return outcome }
        }
        Issue.record("what was filed over HTTP is still not read")
        return outcome
    }

    /// Does it, and expects it to be done.
    @discardableResult
    func done(_ deed: Deed, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Outcome {
        let outcome = try await self.do(deed)
        #expect(outcome.refusal == nil, "\(deed.arguments): \(outcome.answer)", sourceLocation: sourceLocation)
        return outcome
    }

    /// Does it, and expects a refusal with this code.
    func refused(_ deed: Deed, _ code: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let outcome = try await self.do(deed)
        #expect(outcome.refusal == code, "\(deed.arguments): \(outcome.answer)", sourceLocation: sourceLocation)
    }

    /// The bytes of a file, or nothing where they are refused.
    func content(_ document: String, _ name: String, version: Int = 1) async throws -> Data {
        if let service {
            let path = ["documents", document, "versions", "\(version)", "files", name].map(Deed.escaped).joined(separator: "/")
            return try await service.curl([service.url(path)], token).body
        }
        let target = program.folder.appendingPathComponent(UUID().uuidString)
        try await program.run(
            ["get", document, "--version", "\(version)", "--name", name, "--output", target.path, "--as", Desk.account],
            environment: ["MUNIMENT_TOKEN": token])
        return (try? Data(contentsOf: target)) ?? Data()
    }

    /// A file beside the archive.
    func write(_ name: String, _ content: String) throws -> String { try program.write(name, content) }

    /// The journal as it stands now.
    func events() async throws -> String { try await program.run("log", "--json").output }
}
