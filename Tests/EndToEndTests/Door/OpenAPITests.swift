import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

@Suite("The service is what its description says", .timeLimit(.minutes(20)))
struct OpenAPITests {
    private func tool(_ name: String, _ arguments: [String], _ environment: [Environment.Key: String] = [:]) async throws
        -> (output: String, errors: String, isSuccess: Bool)
    {
        let result = try await run(
            .path(FilePath(Checkout.file(name).path)), arguments: Arguments(arguments),
            environment: .inherit.updating(environment.mapValues { $0 }), workingDirectory: FilePath(Checkout.folder.path),
            output: .string(limit: 4 << 20), error: .string(limit: 4 << 20))
        return (result.standardOutput, result.standardError, result.terminationStatus.isSuccess)
    }

    @Test("schemas/openapi.yaml is what tools/openapi writes, and valid OpenAPI 3.1")
    func description() async throws {
        let program = try await Program()
        let file = Checkout.file("schemas/openapi.yaml")
        let made = try await program.run("openapi")
        #expect(made.output == (try String(contentsOf: file, encoding: .utf8)), "run tools/openapi")
        let checked = try await tool(".build-tools/venv/bin/python3", ["-m", "openapi_spec_validator", file.path])
        #expect(checked.isSuccess, "\(checked.output) \(checked.errors)")
    }

    @Test(
        "made-up requests, right and wrong, get answers that stand in the description, and no server error",
        arguments: ["archivist", "salesperson"])
    func fuzzed(_ role: String) async throws {
        let program = try await Program()
        let result = try await tool("tools/fuzz-http", ["1", role], ["MUNIMENT": program.program.path])
        #expect(result.isSuccess, "\(result.output.suffix(8000)) \(result.errors.suffix(2000))")
        #expect(result.output.contains("generated"))
    }
}
