import Archive
import HTTPTypes
import Records
import Wording

/// `/api`: every way into the archive for programs, what it asks for and who may, from the table of routes itself.
struct RoutesPage {
    let tongue: Tongue

    /// The routes that bring bytes or streams along.
    static let byHand: [(method: HTTPRequest.Method, path: String, operation: Operation)] = [
        (.get, "documents", .search), (.post, "documents", .file), (.get, "documents/{document}", .readDocument),
        (.get, "documents/{document}/versions", .readDocument), (.post, "documents/{document}/versions", .makeVersion),
        (.get, "documents/{document}/versions/{version}/files/{name}", .readContent), (.get, "log", .readLog),
    ]

    var body: String {
        get throws {
            let rows =
                try Route.all.map { (Self.line($0.method, $0.path), $0.operation, try members($0)) }
                + Self.byHand.map { (Self.line($0.method, $0.path), $0.operation, "") }
            let table = rows.sorted { $0.0.path < $1.0.path }.map { line, operation, members in
                """
                <tr><td><code>\(line.method) \(HTML.escaped(line.path))</code></td><td>\(HTML.escaped(operation.row.name.text(tongue)))</td>\
                <td>\(HTML.escaped(roles(operation)))</td><td>\(members)</td></tr>
                """
            }
            return """
                <h1>\(word("程序接口", "The service for programs"))</h1>
                <p>\(word("每个请求都要带令牌。列表分页：limit 与 cursor。更改可带 Idempotency-Key，重复发送只执行一次；If-Match 防止覆盖别人的更改。",
                    "Each request bears a token. Lists come in pages: limit and cursor. A change may bear Idempotency-Key, and is carried out once; If-Match keeps it from overwriting what somebody else changed."))</p>
                <div class="wide"><table class="list"><thead><tr><th scope="col">\(word("请求", "Request"))</th><th scope="col">\(word("作用", "What it does"))</th>\
                <th scope="col">\(word("谁可以", "Who may"))</th><th scope="col">\(word("成员", "Members"))</th></tr></thead>
                <tbody>\(table.joined(separator: "\n"))</tbody></table></div>
                """
        }
    }

    private static func line(_ method: HTTPRequest.Method, _ path: String) -> (method: String, path: String) {
        (method.rawValue, "/api/v1/\(path)")
    }

    private func members(_ route: Route) throws -> String {
        guard case .object(let members) = try route.shape().request.without(Set(route.pathMembers)) else { return "" }
        return members.map { member in
            "<code>\(HTML.escaped(member.name))</code>" + (member.isRequired ? " *" : "")
        }.joined(separator: ", ")
    }

    private func roles(_ operation: Operation) -> String {
        let roles = operation.row.roles.sorted { $0.rawValue < $1.rawValue }
        guard !roles.isEmpty else { return word("只有运维人员", "the operator alone") }
        return roles.map { $0.name.text(tongue) }.joined(separator: word("、", ", "))
    }

    private func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(tongue) }
}
