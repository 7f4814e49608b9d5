import Foundation

/// What is done with originals.
extension Deed {
    static func registerOriginals(_ document: String, _ form: String, copies: Int) -> Deed {
        Deed(
            ["original", "register", document, "--form", form, "--copies", "\(copies)"], answers: "originals", "POST", ["originals"],
            ["document": document, "form": form, "copies": copies])
    }

    private static func step(_ name: String, _ original: String, _ options: [(name: String, value: String?)] = []) -> Deed {
        let given = options.filter { $0.value != nil }
        return Deed(
            ["original", name, original] + given.flatMap { ["--\($0.name)", $0.value ?? ""] }, answers: "original", "POST",
            ["originals", original, name], Dictionary(uniqueKeysWithValues: given.map { ($0.name, $0.value) }))
    }

    static func move(_ original: String, to account: String) -> Deed { step("move", original, [("to", account)]) }
    static func confirm(_ original: String) -> Deed { step("confirm", original) }
    static func refuse(_ original: String, _ reason: String) -> Deed { step("refuse", original, [("reason", reason)]) }
    static func shelve(_ original: String, _ place: String) -> Deed { step("shelve", original, [("place", place)]) }
    static func lend(_ original: String, to account: String, until: String, _ reason: String) -> Deed {
        step("lend", original, [("to", account), ("until", until), ("reason", reason)])
    }
    static func consent(_ original: String, to account: String, until: String) -> Deed {
        step("consent", original, [("to", account), ("until", until)])
    }
    static func takeStock(_ file: String, at place: String) throws -> Deed {
        Deed(
            ["original", "stocktake", file, "--place", place], answers: "stocktake", "POST", ["stocktakes"],
            ["place": place, "seen": try String(contentsOfFile: file, encoding: .utf8)])
    }
    static func stocktakes(of place: String? = nil) -> Deed {
        Deed(
            ["original", "stocktakes"] + (place.map { ["--place", $0] } ?? []), answers: "stocktakes", "GET", ["stocktakes"],
            ["place": place])
    }
    static var loanRules: Deed { Deed(["original", "loan-rules"], answers: "rules", "GET", ["loan-rules"]) }
    static func setLoanRules(_ file: String, _ reason: String) throws -> Deed {
        Deed(
            ["original", "set-loan-rules", file, "--reason", reason], answers: "rules", "POST", ["loan-rules"],
            ["yaml": try String(contentsOfFile: file, encoding: .utf8), "reason": reason])
    }
    static func giveBack(_ original: String) -> Deed { step("return", original) }
    static func send(_ original: String, to name: String, until: String? = nil, waybill: String? = nil) -> Deed {
        step("send", original, [("to", name), ("until", until), ("waybill", waybill)])
    }
    static func release(_ original: String, to name: String, proof: String) -> Deed {
        step("release", original, [("to", name), ("proof", proof)])
    }
    static func missing(_ original: String, _ reason: String) -> Deed { step("missing", original, [("reason", reason)]) }
    static func found(_ original: String, _ reason: String) -> Deed { step("found", original, [("reason", reason)]) }

    static func original(_ original: String) -> Deed {
        Deed(["original", "show", original], answers: "history", "GET", ["originals", original])
    }

    static func originals(holder: String? = nil, place: String? = nil) -> Deed {
        let options = [("holder", holder), ("place", place)].flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] }
        return Deed(
            ["original", "list"] + options, answers: "originals", "GET", ["originals"], ["holder": holder, "place": place])
    }
}

extension Walk {
    /// The paper of a contract: registered, shelved, lent, sent, lost and found, and what is refused on the way.
    func keepPaper(_ contract: String, receipt: String) async throws {
        let copies = try await note(.registerOriginals(contract, "paper", copies: 2))
        try await note(.registerOriginals(contract, "paper", copies: 2))
        try await note(.registerOriginals(contract, "electronic", copies: 3))
        let ids = copies.list.compactMap { $0["id"] as? String }
        guard let one = ids.first, let other = ids.last else { return }
        try await note(.setAccount("王敏", roles: ["finance"]))
        for place in ["档案室-3柜", "档案室--3柜", "档案室-3柜"] { try await note(.shelve(one, place)) }
        try await note(.takeStock(try desk.write("盘点.txt", "\(other)\n"), at: "档案室"))
        try await note(.takeStock(try desk.write("盘点二.txt", "O-0000-0000-0000\n"), at: "档案室"))
        try await note(.stocktakes())
        let until = Date.now.addingTimeInterval(5 * 86_400).formatted(.iso8601.year().month().day())
        try await note(.loanRules)
        try await note(.setLoanRules(try desk.write("借阅.yaml", "- {days: 0}\n"), "公司制度"))
        try await note(.consent(one, to: "没有此人", until: until))
        try await note(.consent(one, to: "王敏", until: until))
        try await note(.lend(one, to: "王敏", until: "2999-12-31", "核对"))
        for _ in 1...2 { try await note(.lend(one, to: "王敏", until: until, "核对")) }
        try await note(.lend(other, to: "王敏", until: "2001-12-31", "核对"))
        try await note(.giveBack(one))
        try await note(.giveBack(one))
        try await note(.send(one, to: "青禾置业", waybill: "SF1234567890123"))
        try await note(.release(one, to: "青禾置业", proof: contract))
        try await note(.release(one, to: "青禾置业", proof: receipt))
        try await note(.missing(one, "未见"))
        try await note(.missing(other, "未见"))
        try await note(.found(other, "夹在另一盒中"))
        try await transmit(other, contract)
        for account in [Desk.account, "没有此人", "王敏"] { try await note(.move(other, to: account)) }
        try await note(.confirm(other))
        try await note(.refuse(other, "份数不符"))
        try await note(.original(one))
        try await note(.original("O-0000-0000-0000"))
        for holder in [nil, Desk.account, "没有此人"] { try await note(.originals(holder: holder)) }
        try await note(.originals(place: "档案室"))
    }
}
