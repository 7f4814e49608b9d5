import Records
import Wording

extension OpenAPI {
    /// Every operation with the problems that it can answer, each under its status, found from what the operation itself says it takes.
    /// What comes before a route is known, as a wrong method, is not among them.
    static func withProblems(_ paths: [String: [String: Any]]) -> [String: [String: Any]] {
        Dictionary(
            uniqueKeysWithValues: paths.map { path, ways in
                (path, Dictionary(uniqueKeysWithValues: ways.map { ($0, withProblems($1, path: path, method: $0)) }))
            })
    }

    private static func withProblems(_ described: Any, path: String, method: String) -> Any {
        guard path.hasPrefix("/api/"), var operation = described as? [String: Any], var responses = operation["responses"] as? [String: Any]
        else { return described }
        for status in statuses(of: operation, path: path, method: method) where responses["\(status)"] == nil {
            responses["\(status)"] = method == "head" ? ["description": "As GET."] : ["$ref": "#/components/responses/Problem\(status)"]
        }
        operation["responses"] = responses
        return operation
    }

    /// The statuses of refusals: any request can be ill formed, from a stranger, without a right, come when the archive cannot, or have to
    /// be recorded where the disk is full.
    private static func statuses(of operation: [String: Any], path: String, method: String) -> [Int] {
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        var statuses = [400, 401, 403, 422, 500, 503, 507]
        // Things are named in a path, a query or a body.
        if path.contains("{") || method != "get" || !parameters.isEmpty { statuses.append(404) }
        if method != "get", method != "head" { statuses.append(409) }
        if operation["requestBody"] != nil { statuses += [413, 415] }
        if parameters.contains(where: { $0["$ref"] as? String == "#/components/parameters/match" }) { statuses.append(412) }
        // Only passwords have a queue that can be full.
        if path.hasSuffix("/password") { statuses.append(429) }
        return statuses
    }

    /// What stands behind each status, in the codes of `docs/errors.md`.
    static func problems() -> [String: [String: Any]] {
        let content = ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]]
        let byStatus = Dictionary(grouping: ErrorCode.allCases, by: \.httpStatus)
        var problems = byStatus.mapValues { codes in codes.map { "\($0.rawValue) \(ErrorName($0).phrase.english)" }.joined(separator: "; ")
        }
        problems[415] = "\(ErrorCode.usage.rawValue) The body is of another media type"
        return Dictionary(uniqueKeysWithValues: problems.map { ("Problem\($0)", ["description": $1 + ".", "content": content]) })
    }
}
