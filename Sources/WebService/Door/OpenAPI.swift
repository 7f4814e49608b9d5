import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Schemas
import Yams

/// The description of the service for programs (OpenAPI 3.1), made from the table of routes and from what their use cases read.
public enum OpenAPI {
    /// All of it, as YAML: `schemas/openapi.yaml`.
    public static let description = Result { try yaml(byHand: String(decoding: Schema.openAPIBytes, as: UTF8.self)) }

    /// - Parameter byHand: the description of the routes that bring bytes along.
    private static func yaml(byHand: String) throws -> String {
        guard var description = try Yams.load(yaml: byHand) as? [String: Any],
            let paths = description["paths"] as? [String: [String: Any]],
            var components = description["components"] as? [String: Any], let schemas = components["schemas"] as? [String: Any]
        else { throw HTTPError(.internalServerError, message: "schemas/openapi-bytes.yaml is not a description") }
        let all = paths.merging(try Self.paths()) { byHand, made in byHand.merging(made) { first, _ in first } }
        description["paths"] = withProblems(all)
        components["responses"] = problems()
        components["schemas"] = schemas.merging(try Self.schemas()) { byHand, _ in byHand }
        description["components"] = components
        let yaml = try Yams.dump(object: description, width: 120, allowUnicode: true, sortKeys: true)
        return "# Written by tools/openapi from the table of routes and schemas/openapi-bytes.yaml.\n" + yaml
    }

    /// The paths of all routes in the table, to be put beside those of the routes that bring bytes along.
    ///
    /// - Throws: what a use case's reader throws at values that are made up for it: a type without a shape.
    static func paths() throws -> [String: [String: Any]] {
        var paths: [String: [String: Any]] = [:]
        for route in Route.all { paths["/api/v1/\(route.path)", default: [:]][route.method.rawValue.lowercased()] = try operation(route) }
        return paths
    }

    /// The schemas of all types that answers and requests have, each described once.
    private static func schemas() throws -> [String: [String: Any]] {
        var schemas: [String: [String: Any]] = [:]
        for route in Route.all {
            let (request, answer) = try route.shape()
            answer.describe(into: &schemas)
            request.without([]).describe(into: &schemas)
        }
        for shape in [
            try Shape(of: Filed.self), try Shape(of: SearchResult.self), try Shape(of: VersionMembers.self),
            try Shape(of: RedactionMembers.self), try Shape(of: Redacted.self),
        ] {
            shape.describe(into: &schemas)
        }
        return schemas
    }

    private static func operation(_ route: Route) throws -> [String: Any] {
        let (request, answer) = try route.shape()
        let inPath = Set(route.pathMembers)
        var operation: [String: Any] = [
            "operationId": route.name.prefix(1).lowercased() + route.name.dropFirst(), "summary": route.operation.row.name.english,
            "tags": [String(route.path.split(separator: "/")[0])],
            "parameters": parameters(route, request, inPath),
            "responses": responses(route, answer),
        ]
        let body = request.without(inPath)
        if route.method != .get, case .object(let members) = body, !members.isEmpty {
            operation["requestBody"] = [
                "required": members.contains(where: \.isRequired),
                "content": ["application/json": try content(body, example: sample(route, without: inPath))],
            ]
        }
        return operation
    }

    private static func content(_ shape: Shape, example: Any?) throws -> [String: Any] {
        var content: [String: Any] = ["schema": shape.schema]
        if let example { content["example"] = example }
        return content
    }

    /// The sample of the use case, as a body.
    private static func sample(_ route: Route, without inPath: Set<String>) throws -> Any? {
        guard let kind = UseCaseRegistry.all.first(where: { $0.name == route.name }),
            let object = try JSONSerialization.jsonObject(with: try kind.sample()) as? [String: Any]
        else { return nil }
        return object.filter { !inPath.contains($0.key) }
    }

    private static func parameters(_ route: Route, _ request: Shape, _ inPath: Set<String>) -> [[String: Any]] {
        var parameters = request.members(inPath).map { parameter($0.name, "path", $0.shape, isRequired: true) }
        if route.method == .get, case .object(let members) = request.without(inPath) {
            parameters += members.map { parameter($0.name, "query", $0.shape, isRequired: $0.isRequired) }
        }
        if route.isList {
            parameters += [["$ref": "#/components/parameters/limit"], ["$ref": "#/components/parameters/cursor"]]
        }
        if route.isChange {
            parameters.append(["$ref": "#/components/parameters/key"])
        }
        if route.isChange, route.takesMatch {
            parameters.append(["$ref": "#/components/parameters/match"])
        }
        return parameters
    }

    private static func parameter(_ name: String, _ place: String, _ shape: Shape, isRequired: Bool, about: String? = nil) -> [String: Any]
    {
        var parameter: [String: Any] = ["name": name, "in": place, "required": isRequired, "schema": shape.schema]
        // A list stands in one word, parted by commas.
        if case .array = shape, place == "query" { parameter["explode"] = false }
        return parameter
    }

    private static func responses(_ route: Route, _ answer: Shape) -> [String: Any] {
        let content: [String: Any] =
            route.mediaTypes.isEmpty
            ? ["application/json": ["schema": answer.schema]]
            : Dictionary(uniqueKeysWithValues: route.mediaTypes.map { ($0, [String: Any]()) })
        let success: [String: Any] = ["description": "Done.", "content": content]
        var responses: [String: Any] = ["\(route.status.code)": success]
        if route.isChange {
            var later = success
            later["description"] = "Recorded for good; the next change carries it out on the disk."
            responses["202"] = later
        }
        return responses
    }
}

extension Shape {
    /// The JSON Schema.
    var schema: [String: Any] {
        switch self {
        case .text(let pattern, _): pattern.map { ["type": "string", "pattern": $0] } ?? ["type": "string"]
        case .oneOf(let codes): ["type": "string", "enum": codes]
        case .integer: ["type": "integer"]
        case .boolean: ["type": "boolean"]
        case .array(let element): ["type": "array", "items": element.schema]
        case .dictionary(let value): ["type": "object", "additionalProperties": value.schema]
        case .nullable(let shape): ["anyOf": [shape.schema, ["type": "null"]]]
        case .named(let name, _): ["$ref": "#/components/schemas/\(name)"]
        case .object(let members):
            [
                "type": "object", "required": members.filter(\.isRequired).map(\.name),
                "properties": Dictionary(
                    members.map { ($0.name, ($0.isRequired ? $0.shape : .nullable($0.shape)).schema) },
                    uniquingKeysWith: { first, _ in first }),
            ]
        }
    }

    /// Puts the schemas of all named types into a collection.
    func describe(into schemas: inout [String: [String: Any]]) {
        switch self {
        case .named(let name, let shape):
            guard schemas[name] == nil else { return }
            schemas[name] = shape.schema
            shape.describe(into: &schemas)
        case .array(let shape), .dictionary(let shape), .nullable(let shape): shape.describe(into: &schemas)
        case .object(let members): for member in members { member.shape.describe(into: &schemas) }
        case .text, .oneOf, .integer, .boolean: break
        }
    }
}
