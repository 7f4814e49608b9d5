import Foundation

/// What is done to keep by the rules, and to keep house.
extension Deed {
    // MARK: Rules

    static let scheme = Deed(["scheme", "show"], "GET", ["scheme"])
    static let schedule = Deed(["schedule", "show"], "GET", ["schedule"])

    static func checkScheme(_ file: String) throws -> Deed {
        Deed(["scheme", "check", file], answers: "findings", "POST", ["scheme", "check"], ["yaml": try text(file)])
    }

    static func compareScheme(_ file: String) throws -> Deed {
        Deed(["scheme", "diff", file], "POST", ["scheme", "compare"], ["yaml": try text(file)])
    }

    static func loadScheme(_ file: String) throws -> Deed {
        Deed(["scheme", "load", file], "POST", ["scheme"], ["yaml": try text(file)])
    }

    static func closeClass(_ code: String, on day: String?) -> Deed {
        Deed(
            ["scheme", "close", code] + (day.map { ["--on", $0] } ?? []), "POST", ["scheme", "classes", code, "close"], ["on": day])
    }

    static func mergeClass(_ code: String, into other: String, _ reason: String) -> Deed {
        Deed(
            ["scheme", "merge", code, other, "--reason", reason], "POST", ["scheme", "classes", code, "merge"],
            ["into": other, "reason": reason])
    }

    static func splitClass(_ code: String, off new: String, _ query: String, _ reason: String) -> Deed {
        Deed(
            ["scheme", "split", code, new, "--chinese", new, "--english", new, "--query", query, "--reason", reason], "POST",
            ["scheme", "classes", code, "split"], ["code": new, "chinese": new, "english": new, "query": query, "reason": reason])
    }

    static func checkSchedule(_ file: String) throws -> Deed {
        Deed(["schedule", "check", file], answers: "findings", "POST", ["schedule", "check"], ["yaml": try text(file)])
    }

    static func simulateSchedule(_ file: String) throws -> Deed {
        Deed(["schedule", "simulate", file], answers: "moves", "POST", ["schedule", "simulate"], ["yaml": try text(file)])
    }

    static func loadSchedule(_ file: String) throws -> Deed {
        Deed(["schedule", "load", file], "POST", ["schedule"], ["yaml": try text(file)])
    }

    /// - Parameter recordClass: nil takes the class away.
    static func classify(_ documents: [String], as recordClass: String?, _ reason: String? = nil) -> Deed {
        Deed(
            ["classify", recordClass ?? "none"] + documents + (reason.map { ["--reason", $0] } ?? []), "POST", ["classifications"],
            ["class": recordClass, "documents": documents, "reason": reason])
    }

    static func suggestClass(_ document: String) -> Deed {
        Deed(["suggest-class", document], "GET", ["documents", document, "class-suggestions"])
    }

    static func fact(_ document: String, _ name: String, _ value: String?, _ reason: String? = nil) -> Deed {
        Deed(
            ["fact", document, name] + (value.map { [$0] } ?? ["--remove"]) + (reason.map { ["--reason", $0] } ?? []), "POST",
            ["documents", document, "facts"], ["name": name, "value": value, "reason": reason])
    }

    static func ownRule(_ document: String, _ rule: String?, _ reason: String) -> Deed {
        Deed(
            ["own-rule", document, rule ?? "none", "--reason", reason], "PUT", ["documents", document, "rule"],
            ["rule": rule ?? NSNull(), "reason": reason])
    }

    static func openMatter(_ document: String, _ kind: String, _ note: String) -> Deed {
        Deed(
            ["matter", "open", document, kind, "--note", note], answers: "matter", "POST", ["documents", document, "matters"],
            ["kind": kind, "note": note])
    }

    static func settle(_ matter: Int, _ reason: String) -> Deed {
        Deed(
            ["matter", "settle", "\(matter)", "--reason", reason], answers: "matter", "POST", ["matters", "\(matter)", "close"],
            ["reason": reason])
    }

    static func matters(of document: String? = nil, settled: Bool = false) -> Deed {
        Deed(
            ["matter", "list"] + (document.map { ["--document", $0] } ?? []) + (settled ? ["--settled"] : []), answers: "matters", "GET",
            ["matters"], ["document": document, "settled": settled ? true : nil])
    }

    /// - Parameter kind: `document`, `party`, `standing` …, as the option is called.
    static func hold(_ kind: String, _ scope: String, _ reason: String, by authority: String) -> Deed {
        Deed(
            ["hold", "place", "--\(kind)", scope, "--reason", reason, "--authority", authority], answers: "hold", "POST", ["holds"],
            ["scope": ["kind": kind, "of": scope], "reason": reason, "authority": authority])
    }

    static func lift(_ hold: String, _ reason: String, by authority: String) -> Deed {
        Deed(
            ["hold", "lift", hold, "--reason", reason, "--authority", authority], answers: "hold", "POST", ["holds", hold, "lift"],
            ["reason": reason, "authority": authority])
    }

    static func holds(lifted: Bool = false) -> Deed {
        Deed(["hold", "list"] + (lifted ? ["--lifted"] : []), answers: "holds", "GET", ["holds"], ["lifted": lifted ? true : nil])
    }

    static func retention(_ document: String) -> Deed {
        Deed(["retention", document], "GET", ["documents", document, "retention"])
    }

    static func due(by day: String? = nil, waiting fact: String? = nil, unclassified: Bool = false, all: Bool = false) -> Deed {
        Deed(
            ["due"] + (day.map { ["--by", $0] } ?? []) + (fact.map { ["--waiting", $0] } ?? []) + (unclassified ? ["--unclassified"] : [])
                + (all ? ["--all"] : []),
            answers: "due", "GET", ["due"],
            ["by": day, "waiting": fact, "unclassified": unclassified ? true : nil, "all": all ? true : nil])
    }

    static let dueCounts = Deed(["due", "--counts"], answers: "counts", "GET", ["due", "counts"])

    static func restrict(_ document: String, _ reason: String) -> Deed {
        Deed(
            ["restriction", "set", document, "--reason", reason], answers: "restriction", "POST", ["documents", document, "restriction"],
            ["reason": reason])
    }

    static func openRestricted(_ document: String, _ reason: String) -> Deed {
        Deed(
            ["restriction", "open", document, "--reason", reason], answers: "restriction", "POST",
            ["documents", document, "restriction", "open"], ["reason": reason])
    }

    static func liftRestriction(_ document: String, _ reason: String) -> Deed {
        Deed(
            ["restriction", "lift", document, "--reason", reason], answers: "document", "POST",
            ["documents", document, "restriction", "lift"], ["reason": reason])
    }

    static let restricted = Deed(["restriction", "list"], answers: "restricted", "GET", ["restricted"])

    // MARK: Disposal

    static func redact(_ document: String, words: String, _ reason: String) -> Deed {
        Deed(
            ["redact", document, "--words", words, "--reason", reason], answers: "batch", "POST", ["documents", document, "redact-words"],
            ["words": words, "reason": reason])
    }

    static func redact(_ document: String, version: Int, _ name: String, with path: String, _ reason: String) -> Deed {
        Deed(
            ["redact", document, "--version", "\(version)", "--file", name, "--with", path, "--reason", reason], "POST",
            ["documents", document, "redactions"], ["version": version, "name": name, "reason": reason], files: [path])
    }

    static func propose(by day: String, _ reason: String, in recordClass: String? = nil) -> Deed {
        Deed(
            ["disposal", "propose", "--by", day, "--reason", reason] + (recordClass.map { ["--class", $0] } ?? []), answers: "batch",
            "POST",
            ["disposals"], ["by": day, "reason": reason, "class": recordClass])
    }

    static func batch(_ batch: String) -> Deed {
        Deed(["disposal", "show", batch], answers: "batch", "GET", ["disposals", batch])
    }

    static let batches = Deed(["disposal", "list"], answers: "batches", "GET", ["disposals"])

    static func appraise(_ batch: String, all decision: String? = nil, items: [(String, String)] = [], _ opinion: String) -> Deed {
        Deed(
            ["disposal", "appraise", batch] + (decision.map { ["--all", $0] } ?? []) + items.flatMap { ["--item", "\($0.0)=\($0.1)"] }
                + ["--opinion", opinion], answers: "batch", "POST", ["disposals", batch, "appraise"],
            [
                "all": decision, "items": items.isEmpty ? nil : items.map { ["document": $0.0, "decision": $0.1] }, "opinion": opinion,
            ])
    }

    static func vacant(_ batch: String, _ post: String, _ reason: String) -> Deed {
        Deed(
            ["disposal", "vacant", batch, "--post", post, "--reason", reason], answers: "batch", "POST", ["disposals", batch, "vacant"],
            ["post": post, "reason": reason])
    }

    static func sign(_ batch: String, _ digest: String, for post: String? = nil) -> Deed {
        Deed(
            ["disposal", "sign", batch, "--digest", digest] + (post.map { ["--post", $0] } ?? []), answers: "batch", "POST",
            ["disposals", batch, "sign"], ["digest": digest, "post": post])
    }

    static func approve(_ batch: String, _ digest: String) -> Deed {
        Deed(
            ["disposal", "approve", batch, "--digest", digest], answers: "batch", "POST", ["disposals", batch, "approve"],
            ["digest": digest])
    }

    static func supervise(_ batch: String, on day: String) -> Deed {
        Deed(
            ["disposal", "supervise", batch, "--date", day], answers: "batch", "POST", ["disposals", batch, "supervise"], ["date": day])
    }

    static func execute(_ batch: String) -> Deed {
        Deed(["disposal", "execute", batch], "POST", ["disposals", batch, "execute"])
    }

    static func certify(_ batch: String, into folder: String) -> Deed {
        Deed(["disposal", "certify", batch, "--output", folder], answers: "batch", "POST", ["disposals", batch, "certify"])
    }

    static func confirm(_ batch: String, on day: String, paper: Int? = nil) -> Deed {
        Deed(
            ["disposal", "confirm", batch, "--date", day] + (paper.map { ["--paper", "\($0)"] } ?? []), answers: "batch", "POST",
            ["disposals", batch, "confirm"], ["date": day, "paper": paper])
    }

    static func cancel(_ batch: String, _ reason: String) -> Deed {
        Deed(
            ["disposal", "cancel", batch, "--reason", reason], answers: "batch", "POST", ["disposals", batch, "cancel"], ["reason": reason])
    }

    static func destroyed(_ words: String? = nil) -> Deed {
        Deed(["disposal", "destroyed"] + [words].compactMap { $0 }, answers: "destroyed", "GET", ["destroyed"], ["words": words])
    }

    static let duties = Deed(["disposal", "duties"], answers: "duties", "GET", ["disposal-duties"])

    static func setDuties(_ records: String, appraisers: [String], posts: [String], supervisors: [String]? = nil, _ reason: String) -> Deed
    {
        func options(_ name: String, _ values: [String]) -> [String] { values.flatMap { ["--\(name)", $0] } }
        return Deed(
            ["disposal", "set-duties", records] + options("appraiser", appraisers) + options("post", posts)
                + options("supervisor", supervisors ?? []) + ["--reason", reason], answers: "duties", "PUT", ["disposal-duties", records],
            ["appraisers": appraisers, "posts": posts, "supervisors": supervisors, "reason": reason])
    }

    static func delegate(_ account: String, until day: String, _ reason: String) -> Deed {
        Deed(
            ["disposal", "delegate", account, "--until", day, "--reason", reason], answers: "delegation", "POST", ["delegations"],
            ["account": account, "until": day, "reason": reason])
    }

    static func undelegate(_ delegation: Int, _ reason: String) -> Deed {
        Deed(
            ["disposal", "undelegate", "\(delegation)", "--reason", reason], answers: "delegation", "POST",
            ["delegations", "\(delegation)", "end"], ["reason": reason])
    }

    static func delegations(ended: Bool = false) -> Deed {
        Deed(
            ["disposal", "delegations"] + (ended ? ["--ended"] : []), answers: "delegations", "GET", ["delegations"],
            ["ended": ended ? true : nil])
    }

    // MARK: Accounts

    static func setAccount(_ name: String, roles: [String], open: Bool? = nil) -> Deed {
        Deed(
            ["account", "set", name] + roles.flatMap { ["--role", $0] } + (open == false ? ["--close"] : []), answers: "account", "PUT",
            ["accounts", name], ["roles": roles, "open": open])
    }

    static func setDepartment(_ name: String, _ department: String) -> Deed {
        Deed(
            ["account", "set", name, "--department", department], answers: "account", "PUT", ["accounts", name],
            ["department": department, "open": true])
    }

    /// - Parameter kind: `document`, `dossier` or `class`, as the option is called.
    static func grant(_ account: String, _ kind: String, _ scope: String, until day: String, _ reason: String) -> Deed {
        Deed(
            ["grant", "give", account, "--\(kind)", scope, "--until", day, "--reason", reason], answers: "grant", "POST", ["grants"],
            ["account": account, "scope": ["kind": kind, "of": scope], "until": day, "reason": reason])
    }

    static func endGrant(_ grant: Int, _ reason: String) -> Deed {
        Deed(
            ["grant", "end", "\(grant)", "--reason", reason], answers: "grant", "POST", ["grants", "\(grant)", "end"], ["reason": reason])
    }

    static func grants(ended: Bool = false) -> Deed {
        Deed(["grant", "list"] + (ended ? ["--ended"] : []), answers: "grants", "GET", ["grants"], ["ended": ended ? true : nil])
    }

    static func rights(_ document: String) -> Deed {
        Deed(["rights", document], answers: "rights", "GET", ["documents", document, "rights"])
    }

    static let accounts = Deed(["account", "list"], answers: "accounts", "GET", ["accounts"])

    static func issueToken(_ account: String, days: Int? = nil) -> Deed {
        Deed(
            ["token", "create", account] + (days.map { ["--days", "\($0)"] } ?? []), answers: "token", "POST", ["tokens"],
            ["account": account, "days": days])
    }

    static func revokeToken(_ token: String) -> Deed {
        Deed(["token", "revoke", token], answers: "revoked", "POST", ["tokens", token, "revoke"], inner: "id")
    }

    // MARK: The house

    static let statistics = Deed(["stats"], answers: "counts", "GET", ["statistics"], inner: "counts")
    static let extraction = Deed(["extraction", "--list"], "GET", ["extraction"])
    static let verifyDue = Deed(["verify", "--due", "--within", "60"], "POST", ["verify", "due"], ["seconds": 60])
    static let verify = Deed(["verify"], "POST", ["verify"])
    static let verifyLog = Deed(["log", "verify"], "POST", ["log", "verify"])
    static let signCheckpoint = Deed(["log", "checkpoint", "--output", "-"], "POST", ["log", "checkpoints"])

    static func acceptClock(_ reason: String) -> Deed {
        Deed(["clock", "accept", "--reason", reason], "POST", ["clock", "accept"], ["reason": reason])
    }

    private static func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }
}
