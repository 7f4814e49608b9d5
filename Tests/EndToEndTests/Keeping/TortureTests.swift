import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

@Suite("R-3: What is killed in the middle of its work has happened wholly or not at all", .timeLimit(.minutes(20)))
struct TortureTests {
    @Test("processes that change one archive at once and are killed at random lose nothing, and catalogues that grew are those made anew")
    func killed() async throws {
        let program = try await Program()
        let result = try await run(
            .path(FilePath(Checkout.file("tools/torture").path)),
            arguments: ["--kills", "40", "--seconds", "90", "--program", program.program.path], output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        #expect(result.terminationStatus.isSuccess, "\(result.standardOutput) \(result.standardError)")
        let kills = result.standardOutput.firstMatch(of: /(\d+) kills/).flatMap { Int($0.1) }
        #expect(try #require(kills) > 0, "a run in which nothing was killed shows nothing")
    }
}
