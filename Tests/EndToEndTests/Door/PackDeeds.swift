import Foundation

/// What is done with packs.
extension Deed {
    static func makePack(_ dossier: String, for receiver: String) -> Deed {
        Deed(
            ["pack", "make", dossier, "--receiver", receiver], answers: "pack", "POST", ["packs"],
            ["dossier": dossier, "receiver": receiver])
    }
    static func fill(_ pack: String, _ item: String, text: String) -> Deed {
        Deed(
            ["pack", "fill", pack, item, "--text", text], answers: "pack", "POST", ["packs", pack, "items"],
            ["item": item, "kind": "words", "text": text])
    }
    static func promise(_ pack: String, _ item: String, by day: String, _ reason: String) -> Deed {
        Deed(
            ["pack", "fill", pack, item, "--by", day, "--reason", reason], answers: "pack", "POST", ["packs", pack, "items"],
            ["item": item, "kind": "promised", "by": day, "text": reason])
    }
    static func clear(_ pack: String, _ item: String) -> Deed {
        Deed(
            ["pack", "fill", pack, item, "--clear"], answers: "pack", "POST", ["packs", pack, "items"],
            ["item": item, "kind": NSNull(), "text": nil])
    }
    static func issue(_ pack: String) -> Deed {
        Deed(["pack", "issue", pack, "--participants", "工程部"], answers: "pack", "POST", ["packs", pack, "issue"], ["participants": "工程部"])
    }
    static func sign(_ pack: String, rejecting item: String, _ reason: String) -> Deed {
        Deed(
            ["pack", "sign", pack, "--reject", "\(item)=\(reason)"], answers: "pack", "POST", ["packs", pack, "sign"],
            ["reject": [["item": item, "reason": reason]]])
    }
    static func pack(_ pack: String, edition: Int? = nil) -> Deed {
        Deed(
            ["pack", "show", pack] + (edition.map { ["--edition", "\($0)"] } ?? []), answers: "pack", "GET", ["packs", pack],
            ["edition": edition])
    }
    static func packs(words: String? = nil) -> Deed {
        Deed(["pack", "list"] + (words.map { [$0] } ?? []), answers: "packs", "GET", ["packs"], ["words": words])
    }
    static var receivers: Deed { Deed(["pack", "receivers"], answers: nil, "GET", ["receivers"]) }
    static func loadReceivers(_ file: String) throws -> Deed {
        Deed(
            ["pack", "load-receivers", file], answers: nil, "POST", ["receivers"],
            ["yaml": try String(contentsOfFile: file, encoding: .utf8)])
    }
}

extension Walk {
    /// What is handed over of a deal: put together, issued, signed for but for what is sent back, and what is refused on the way.
    func handOver(_ dossier: String) async throws {
        try await note(.receivers)
        try await note(.loadReceivers(try desk.write("接收方.yaml", "- {code: a}\n")))
        try await note(.makePack(dossier, for: "没有"))
        let made = try await note(.makePack(dossier, for: "客服"))
        try await note(.makePack(dossier, for: "客服"))
        let pack = made.id
        try await note(.issue(pack))
        for item in (made.answer as? [String: Any])?["checklist"] as? [[String: Any]] ?? [] where item["state"] as? String == "missing" {
            guard let code = item["code"] as? String else { continue }
            try await note(code == "drawings" ? .promise(pack, code, by: "2999-12-31", "未出图") : .fill(pack, code, text: "见合同"))
        }
        try await note(.fill(pack, "没有", text: "x"))
        try await note(.promise(pack, "图纸", by: "2001-12-31", "未出图"))
        try await note(.clear(pack, "promises"))
        try await note(.fill(pack, "promises", text: "两年免费清洗"))
        for _ in 1...2 { try await note(.issue(pack)) }
        try await note(.sign(pack, rejecting: "图纸", "不是最新版"))
        try await note(.pack(pack))
        try await note(.pack(pack, edition: 7))
        try await note(.pack("K-0000-0000-0000"))
        for words in [nil, "青禾", "没有的"] { try await note(.packs(words: words)) }
    }
}
