import ArgumentParser
import Disk
import Foundation
import SystemPackage
import WebService
import Yams
import Wording

/// Writes `schemas/openapi.yaml`: `tools/openapi` calls it. Not for people.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "openapi", shouldDisplay: false)

    @Argument(help: "The description of the routes that bring bytes along.")
    var base: String

    func run() throws {
        let text = String(decoding: try Disk().read(absolute(base), limit: 1 << 20), as: UTF8.self)
        guard var description = try Yams.load(yaml: text) as? [String: Any],
            let paths = description["paths"] as? [String: [String: Any]],
            var components = description["components"] as? [String: Any], let schemas = components["schemas"] as? [String: Any],
            let responses = components["responses"] as? [String: Any]
        else {
            throw ValidationError(.noDescription("\(base)"))
        }
        let all = paths.merging(try OpenAPI.paths()) { byHand, made in byHand.merging(made) { first, _ in first } }
        description["paths"] = OpenAPI.withProblems(all)
        components["responses"] = responses.merging(OpenAPI.problems()) { byHand, _ in byHand }
        components["schemas"] = schemas.merging(try OpenAPI.schemas()) { byHand, _ in byHand }
        description["components"] = components
        let yaml = try Yams.dump(object: description, width: 120, allowUnicode: true, sortKeys: true)
        FileHandle.standardOutput.write(
            Data(("# Written by tools/openapi from the table of routes and schemas/openapi-bytes.yaml.\n" + yaml).utf8))
    }
}
