import Archive
import HTTPTypes
import Records
import Wording

/// What `programs.mustache` calls: every way into the archive for programs, what it asks for and who may, from the table of routes itself.
struct ProgramsPage {
    struct Row {
        let line: String
        let operation: String
        let allowed: String
        let memberNames: [Member]
        let hasMembers: Bool
    }
    struct Member {
        let memberName: String
        let isRequired: Bool
    }

    let rows: [Row]

    init(_ tongue: Tongue) throws {
        rows = try Self.ways.get().map { way in
            let roles = way.operation.row.roles
            return Row(
                line: way.line, operation: way.operation.row.name.text(tongue),
                allowed: roles.isEmpty ? ProgramsWord.operatorAlone.text(tongue) : Viewer.names(of: roles, tongue),
                memberNames: way.members,
                hasMembers: !way.members.isEmpty)
        }
    }

    private struct Way {
        let line: String
        let path: String
        let operation: Operation
        let members: [Member]
    }

    /// The routes that bring bytes or streams along.
    static let byHand: [(method: HTTPRequest.Method, path: String, operation: Operation)] = [
        (.get, "documents", .search), (.post, "documents", .file), (.get, "documents/{document}", .readDocument),
        (.get, "documents/{document}/versions", .readDocument), (.post, "documents/{document}/versions", .makeVersion),
        (.get, "documents/{document}/versions/{version}/files/{name}", .readContent), (.get, "log", .readLog),
    ]

    /// Found out once: members are what a use case's reader asks for, and it is run for that.
    private static let ways = Result {
        let routed = try Route.all.map {
            Way(line: line($0.method, $0.path), path: $0.path, operation: $0.operation, members: try members(of: $0))
        }
        let others = byHand.map { Way(line: line($0.method, $0.path), path: $0.path, operation: $0.operation, members: []) }
        return (routed + others).sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    }

    private static func line(_ method: HTTPRequest.Method, _ path: String) -> String { "\(method.rawValue) /api/v1/\(path)" }

    private static func members(of route: Route) throws -> [Member] {
        guard case .object(let members) = try route.shape().request.without(Set(route.pathMembers)) else { return [] }
        return members.map { Member(memberName: $0.name, isRequired: $0.isRequired) }
    }
}
