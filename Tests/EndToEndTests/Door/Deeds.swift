import Foundation

/// What people do, once for both doors: the command, and the request.
extension Deed {
    /// Words about a document, by the names that options and members share.
    typealias Words = [String: String]

    private static func options(_ words: Words) -> [String] { words.sorted { $0.key < $1.key }.flatMap { ["--\($0.key)", $0.value] } }

    // MARK: Documents

    static func file(_ paths: String..., words: Words = ["type": "contract"], allowDuplicate: Bool = false) -> Deed {
        file(paths, words: words, allowDuplicate: allowDuplicate)
    }

    static func file(_ paths: [String], words: Words = ["type": "contract"], allowDuplicate: Bool = false) -> Deed {
        var members: [String: any Sendable] = words
        if allowDuplicate { members["allowDuplicate"] = true }
        return Deed(
            ["file"] + paths + options(words) + (allowDuplicate ? ["--allow-duplicate"] : []), "POST", ["documents"], members,
            files: paths)
    }

    static func version(_ document: String, _ path: String, _ reason: String, expected: Int? = nil) -> Deed {
        Deed(
            ["version", document, path, "--reason", reason] + (expected.map { ["--expect", "\($0)"] } ?? []), "POST",
            ["documents", document, "versions"], ["reason": reason, "expected": expected], files: [path])
    }

    static func edit(_ document: String, _ words: Words, clear: [String] = [], _ reason: String) -> Deed {
        Deed(
            ["edit", document, "--reason", reason] + options(words) + clear.flatMap { ["--clear", $0] }, answers: "document", "PATCH",
            ["documents", document], ["words": words, "cleared": clear, "reason": reason])
    }

    static func withdraw(_ document: String, _ reason: String) -> Deed {
        Deed(
            ["withdraw", document, "--reason", reason], answers: "document", "POST", ["documents", document, "withdraw"], ["reason": reason]
        )
    }

    static func reinstate(_ document: String, _ reason: String) -> Deed {
        Deed(
            ["withdraw", document, "--back", "--reason", reason], answers: "document", "POST", ["documents", document, "reinstate"],
            ["reason": reason])
    }

    static func show(_ document: String) -> Deed {
        Deed(["show", document], answers: "document", "GET", ["documents", document], inner: "document")
    }

    static func versions(_ document: String) -> Deed {
        Deed(["versions", document], answers: "versions", "GET", ["documents", document, "versions"], inner: "versions")
    }

    static func search(_ query: String, limit: Int? = nil, sort: String? = nil) -> Deed {
        Deed(
            ["search", query] + (limit.map { ["--limit", "\($0)"] } ?? []) + (sort.map { ["--sort", $0] } ?? []), "GET", ["documents"],
            ["q": query, "limit": limit, "sort": sort])
    }

    // MARK: Numbers

    static func reserve(_ number: String? = nil, type: String = "contract", _ reason: String? = nil) -> Deed {
        Deed(
            ["number", "reserve", "--type", type] + (number.map { ["--number", $0] } ?? []) + (reason.map { ["--reason", $0] } ?? []),
            answers: "number", "POST", ["numbers"], ["type": type, "number": number, "reason": reason])
    }

    static func explain(_ number: String, type: String = "contract", _ reason: String) -> Deed {
        Deed(
            ["number", "explain", number, "--type", type, "--reason", reason], answers: "number", "POST", ["numbers", "explain"],
            ["number": number, "type": type, "reason": reason])
    }

    static let gaps = gaps(of: nil)

    static func gaps(of type: String?) -> Deed {
        Deed(["number", "gaps"] + (type.map { ["--type", $0] } ?? []), answers: "gaps", "GET", ["numbers", "gaps"], ["type": type])
    }

    static func pattern(_ pattern: String, type: String = "contract") -> Deed {
        Deed(
            ["number", "pattern", pattern, "--type", type], answers: "pattern", "PUT", ["numbering", type], ["pattern": pattern],
            inner: "pattern")
    }

    // MARK: Deals

    static func register(_ party: String) -> Deed {
        Deed(["party", "register", party], answers: "party", "POST", ["parties"], ["name": party])
    }

    static func parties(_ words: String? = nil) -> Deed {
        Deed(["party", "list"] + [words].compactMap { $0 }, answers: "parties", "GET", ["parties"], ["words": words])
    }

    static func showParty(_ party: String) -> Deed { Deed(["party", "show", party], answers: "party", "GET", ["parties", party]) }

    static func renameParty(_ party: String, _ name: String, short: String, _ reason: String) -> Deed {
        Deed(
            ["party", "edit", party, "--name", name, "--short", short, "--reason", reason], answers: "party", "PATCH", ["parties", party],
            ["name": name, "names": [["name": short, "kind": "short"]], "reason": reason])
    }

    static func identifyParty(_ party: String, credit code: String, limit: String, _ reason: String) -> Deed {
        Deed(
            ["party", "edit", party, "--code", "credit=\(code)", "--credit-limit", limit, "--reason", reason], answers: "party", "PATCH",
            ["parties", party], ["codes": [["kind": "credit", "code": code]], "creditLimit": limit, "reason": reason])
    }

    static func clearParty(_ party: String, _ value: String, _ reason: String) -> Deed {
        Deed(
            ["party", "edit", party, "--clear", value, "--reason", reason], answers: "party", "PATCH", ["parties", party],
            ["removed": ["values": [value]], "reason": reason])
    }

    static func mergeParties(_ party: String, into other: String, _ reason: String) -> Deed {
        Deed(
            ["party", "merge", party, "--into", other, "--reason", reason], answers: "party", "POST", ["parties", party, "merge"],
            ["into": other, "reason": reason])
    }

    static func partParties(_ party: String, _ reason: String) -> Deed {
        Deed(["party", "part", party, "--reason", reason], answers: "party", "POST", ["parties", party, "part"], ["reason": reason])
    }

    static func site(_ party: String, _ name: String, address: String) -> Deed {
        Deed(
            ["party", "site", party, name, "--address", address], answers: "site", "POST", ["parties", party, "sites"],
            ["name": name, "address": address])
    }

    static func editSite(_ site: String, note: String, _ reason: String) -> Deed {
        Deed(
            ["party", "edit-site", site, "--note", note, "--reason", reason], answers: "site", "PATCH", ["sites", site],
            ["note": note, "reason": reason])
    }

    static func openDossier(_ title: String, party: String? = nil) -> Deed {
        Deed(
            ["dossier", "open", title] + (party.map { ["--party", $0] } ?? []), answers: "dossier", "POST", ["dossiers"],
            ["title": title, "party": party])
    }

    static func link(_ dossier: String, _ documents: [String], home: Bool = false) -> Deed {
        Deed(
            ["dossier", "link", dossier] + documents + (home ? ["--home"] : []), answers: "dossier", "POST",
            ["dossiers", dossier, "documents"], ["documents": documents, "home": home])
    }

    static func unlink(_ dossier: String, _ document: String, _ reason: String) -> Deed {
        Deed(
            ["dossier", "unlink", dossier, document, "--reason", reason], answers: "dossier", "POST",
            ["dossiers", dossier, "documents", document, "unlink"], ["reason": reason])
    }

    static func lead(_ dossier: String, by contract: String?) -> Deed {
        Deed(
            ["dossier", "lead", dossier, contract ?? "none"], answers: "dossier", "POST", ["dossiers", dossier, "lead"],
            ["contract": contract ?? NSNull()])
    }

    static func closeDossier(_ dossier: String, on day: String, _ reason: String) -> Deed {
        Deed(
            ["dossier", "close", dossier, "--on", day, "--reason", reason], answers: "dossier", "POST", ["dossiers", dossier, "close"],
            ["on": day, "reason": reason])
    }

    static func reopenDossier(_ dossier: String, _ reason: String) -> Deed {
        Deed(
            ["dossier", "reopen", dossier, "--reason", reason], answers: "dossier", "POST", ["dossiers", dossier, "reopen"],
            ["reason": reason])
    }

    static func dossier(_ dossier: String) -> Deed {
        Deed(["dossier", "show", dossier], answers: "dossier", "GET", ["dossiers", dossier])
    }

    static func dossiers(of party: String? = nil) -> Deed {
        Deed(["dossier", "list"] + (party.map { ["--party", $0] } ?? []), answers: "dossiers", "GET", ["dossiers"], ["party": party])
    }

    static func template(_ dossier: String, _ template: String) -> Deed {
        Deed(
            ["dossier", "template", dossier, template], answers: "check", "PUT", ["dossiers", dossier, "template"], ["template": template])
    }

    /// - Parameter kind: Nil takes back what was said.
    static func markItem(_ dossier: String, _ item: String, kind: String?, by: String? = nil, _ reason: String) -> Deed {
        let said = by.map { ["--by", $0] } ?? [kind == nil ? "--clear" : "--not-applicable"]
        return Deed(
            ["dossier", "mark", dossier, item] + said + ["--reason", reason], answers: "check", "POST", ["dossiers", dossier, "items"],
            ["item": item, "kind": kind ?? NSNull(), "by": by, "reason": reason])
    }

    static func checkDossier(_ dossier: String) -> Deed {
        Deed(["dossier", "check", dossier], answers: "check", "GET", ["dossiers", dossier, "check"])
    }

    static func assign(_ dossiers: [String], to account: String, _ reason: String?) -> Deed {
        Deed(
            ["dossier", "assign"] + dossiers + ["--to", account] + (reason.map { ["--reason", $0] } ?? []), answers: "dossiers", "POST",
            ["dossier-assignments"], ["dossiers": dossiers, "to": account, "reason": reason])
    }

    static func mergeDossiers(_ dossier: String, into other: String, _ reason: String) -> Deed {
        Deed(
            ["dossier", "merge", dossier, "--into", other, "--reason", reason], answers: "dossier", "POST", ["dossiers", dossier, "merge"],
            ["into": other, "reason": reason])
    }

    static func splitDossier(_ dossier: String, _ documents: [String], title: String, _ reason: String) -> Deed {
        Deed(
            ["dossier", "split", dossier] + documents + ["--title", title, "--reason", reason], answers: "dossier", "POST",
            ["dossiers", dossier, "split"], ["documents": documents, "title": title, "reason": reason])
    }

    static var templates: Deed { Deed(["dossier", "templates"], answers: nil, "GET", ["dossier-templates"]) }

    static func loadTemplates(_ file: String) -> Deed {
        Deed(
            ["dossier", "load-templates", file], answers: nil, "POST", ["dossier-templates"],
            ["yaml": (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""])
    }

    static var next: Deed { Deed(["next"], answers: "next", "GET", ["next"]) }

    static func relate(_ document: String, _ relation: String, _ other: String) -> Deed {
        Deed(
            ["relate", document, relation, other], answers: "relations", "POST", ["documents", document, "relations"],
            ["relation": relation, "other": other])
    }

    static func unrelate(_ document: String, _ relation: String, _ other: String, _ reason: String) -> Deed {
        Deed(
            ["relate", document, relation, other, "--remove", "--reason", reason], answers: "relations", "POST",
            ["documents", document, "relations", "remove"], ["relation": relation, "other": other, "reason": reason])
    }

    static func relations(_ document: String) -> Deed {
        Deed(["relate", document], answers: "relations", "GET", ["documents", document, "relations"])
    }
}
