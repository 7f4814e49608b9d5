import ArgumentParser
import Foundation
import WebService

/// Writes `schemas/openapi.yaml`: `tools/openapi` calls it. Not for people.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "openapi", shouldDisplay: false)

    func run() throws { FileHandle.standardOutput.write(Data(try OpenAPI.description.get().utf8)) }
}
