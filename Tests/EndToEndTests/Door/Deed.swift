import Foundation
import Testing

/// One thing that a person or a program does, as it is said at either door.
struct Deed: Sendable {
    /// What stands after `muniment`.
    let arguments: [String]
    /// Which member of the command's answer the service answers bare; nil where both answer the same.
    let member: String?
    let method: String
    /// Below `/api/v1/`, each part escaped.
    let path: String
    /// Members of the query, or of the body of a change.
    let members: [String: any Sendable]
    /// Files that travel along, by their paths; the first is the document itself.
    let files: [String]
    var key: String?
    /// Which member of the service's answer is the answer; nil where it is all of it.
    let inner: String?

    init(
        _ arguments: [String], answers member: String? = nil, _ method: String, _ path: [String],
        _ members: [String: (any Sendable)?] = [:],
        files: [String] = [], inner: String? = nil
    ) {
        (self.arguments, self.member, self.method, self.files, self.inner) = (arguments, member, method, files, inner)
        self.path = path.map(Deed.escaped).joined(separator: "/")
        self.members = members.compactMapValues { $0 }
    }

    /// The same under a key of the caller's (R-5).
    func under(_ key: String) -> Deed {
        var deed = self
        deed.key = key
        return deed
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")).asciiOnly) ?? ""
    }

    /// `holds/{hold}/lift`: the path as the description has it.
    var template: String {
        var parts = path.split(separator: "/").map(String.init)
        for index in parts.indices.dropFirst() {
            switch (parts[index - 1], parts[index]) {
            case ("documents", "unlink"): break
            case ("documents", _): parts[index] = "{document}"
            case ("grants", _): parts[index] = "{grant}"
            case ("disposals", _): parts[index] = "{batch}"
            case ("disposal-duties", _): parts[index] = "{records}"
            case ("parties", _): parts[index] = "{party}"
            case ("originals", _): parts[index] = "{original}"
            case ("transmittals", "received"): break
            case ("transmittals", _): parts[index] = "{transmittal}"
            case ("packs", _): parts[index] = "{pack}"
            case ("sites", _): parts[index] = "{site}"
            case ("delegations", _): parts[index] = "{delegation}"
            case ("classes", _): parts[index] = "{class}"
            case ("dossiers", _): parts[index] = "{dossier}"
            case ("holds", _): parts[index] = "{hold}"
            case ("matters", _) where parts.count == 3: parts[index] = "{matter}"
            case ("numbering", _): parts[index] = "{type}"
            case ("accounts", _): parts[index] = "{name}"
            case ("tokens", _): parts[index] = "{id}"
            default: break
            }
        }
        return parts.joined(separator: "/")
    }

    // MARK: At the command line

    func outcome(atCommandLineOf program: Program, _ token: String) async throws -> Outcome {
        let keyed = key.map { ["--key", $0] } ?? []
        let answer = try await program.run(arguments + keyed + ["--json", "--as", Desk.account], environment: ["MUNIMENT_TOKEN": token])
        guard answer.error["code"] == nil else {
            #expect(answer.exitCode != 0)
            return Outcome(
                refusal: answer.error["code"] as? String, subject: answer.error["subject"] as? String,
                answer: answer.json.merging(answer.error) { $1 })
        }
        #expect([0, 1].contains(answer.exitCode), "\(arguments): \(answer.errors)")
        let object = answer.json
        return Outcome(refusal: nil, subject: nil, answer: member.map { object[$0] ?? [:] } ?? object)
    }

    // MARK: Over HTTP

    func outcome(at service: Service, _ token: String) async throws -> Outcome {
        var options = ["-X", method, "-H", "Accept-Language: zh"]
        if let key { options += ["-H", "Idempotency-Key: \(key)"] }
        var (url, input) = (service.url(path), Data())
        if !files.isEmpty {
            options += ["-F", "metadata=<-;type=application/json"]
            options += files.flatMap { ["-F", "file=@\(Deed.quoted($0));filename=\(Deed.quoted(($0 as NSString).lastPathComponent))"] }
            input = try body()
        } else if method == "GET" {
            if !members.isEmpty {
                url += "?" + members.sorted { $0.key < $1.key }.map { "\($0.key)=\(Deed.escaped("\($0.value)"))" }.joined(separator: "&")
            }
        } else {
            options += ["-H", "Content-Type: application/json", "--data-binary", "@-"]
            input = try body()
        }
        let (answer, status) = try await service.curl(options + [url], token, input: input)
        let found = try? JSONSerialization.jsonObject(with: answer, options: .fragmentsAllowed)
        let object = found as? [String: Any] ?? [:]
        guard status < 400 else {
            return Outcome(refusal: object["code"] as? String ?? "\(status)", subject: object["subject"] as? String, answer: object)
        }
        // A page of a list has no identifier; what has one may have items of its own.
        let list = object["id"] == nil ? object["items"] : nil
        return Outcome(refusal: nil, subject: nil, answer: inner.map { object[$0] ?? [:] } ?? list ?? found ?? [:])
    }

    private func body() throws -> Data { try JSONSerialization.data(withJSONObject: members) }

    /// As curl reads a path or name of a form.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
}

extension CharacterSet {
    fileprivate var asciiOnly: CharacterSet { intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7E}")) }
}
