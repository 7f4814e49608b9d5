import Foundation

/// Runs a program to its end; what it prints is nobody's.
///
/// - Parameter environment: Variables besides those of this process.
func runTool(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchmarkError.programFailed(program, process.terminationStatus) }
}
