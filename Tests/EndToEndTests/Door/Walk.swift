import Foundation
import Samples
import Testing

/// A deal as it is lived through at one door, and what was answered, with the names that differ from archive to archive made alike.
final class Walk {
    private(set) var answers: [String] = []
    private(set) var events: [String] = []
    private(set) var routes: Set<String> = []
    let desk: Desk
    private var names: [String: String] = [:]

    init(_ door: Door) async throws { desk = try await Desk(door) }

    @discardableResult
    func note(_ deed: Deed) async throws -> Outcome {
        let outcome = try await desk.do(deed)
        let answer = outcome.refusal.map { ["refused": $0] as Any } ?? Self.shared(outcome.answer)
        let text = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
        answers.append("\(deed.method) \(alike(deed.path)): \(alike(String(decoding: text, as: UTF8.self)))")
        routes.insert("\(deed.method) /api/v1/\(deed.template)")
        return outcome
    }

    /// What both doors answer: a command says each step of retention in words besides, and `null` for what there is not.
    private static func shared(_ answer: Any) -> Any {
        switch answer {
        case let list as [Any]: return list.map(shared)
        case let object as [String: Any]:
            let isStep = object["decides"] != nil
            return object.filter { !($0.value is NSNull) && !(isStep && ofOneDoor.contains($0.key)) }.mapValues(shared)
        default: return answer
        }
    }

    private static let ofOneDoor: Set = ["text", "source", "of", "title", "fromYearEnd", "months", "permanent"]

    func deal() async throws -> Walk {
        let party = "青禾置业"
        try await note(.register(party))
        try await note(.register(party))
        try await note(.parties())
        try await parties(party)
        let quote = try await note(
            .file(
                try desk.write("报价.txt", "风机盘管 25 台"),
                words: ["type": "quote", "party": party, "amount": "128万", "title": "青禾广场报价", "handler": Desk.account])
        ).id
        try await note(.reserve())
        try await note(.reserve("HT-2026-0007", "留给青禾"))
        try await note(.explain("HT-2026-0002", "作废"))
        try await note(.pattern("HT-{year}-{seq:5}"))
        try await note(.pattern("{nothing}"))
        try await note(.gaps)
        let contract = try await note(
            .file(
                try desk.write("合同.txt", "多联机组供货安装"),
                words: [
                    "type": "contract", "party": party, "number": "HT-2026-0007", "signed": "2026-11-01", "state": "履行中",
                    "class": "XS-HT-YB",
                    "confidentiality": "秘密",
                ])
        ).id
        try await note(.version(contract, try desk.write("签署.txt", "已签署"), "双方签署", expected: 1))
        try await note(.version(contract, try desk.write("又一版.txt", "又一版"), "双方签署", expected: 1))
        try await note(.versions(contract))
        try await note(.edit(contract, ["amount": "壹佰万元整", "note": "含税"], "补记"))
        try await note(.edit(contract, [:], clear: ["note"], "误记"))
        try await note(.edit(contract, ["amount": "若干"], "补记"))
        try await note(.edit(contract, ["party": "另一家"], clear: ["party"], "补记"))
        try await note(.show("D-0000-0000-0000"))
        try await note(.relate(quote, "belongs_to", contract))
        try await note(.relate(contract, "belongs_to", contract))
        try await note(.relations(contract))
        try await note(.unrelate(quote, "belongs_to", contract, "记错"))
        try await keep(contract, quote, party)
        try await keepPaper(contract, receipt: quote)
        try await house()
        try await restrict(quote)
        try await dispose(party)
        try await note(.withdraw(quote, "误归档"))
        try await note(.withdraw(quote, "误归档"))
        try await note(.search("青禾"))
        try await note(.reinstate(quote, "恢复"))
        try await note(.search("青禾", limit: 1, sort: "newest"))
        try await note(.search("类型:合同"))
        try await note(.show(contract))
        try await note(.statistics)
        // What the operator alone may do; a refusal is counted in an event that a service writes later than a command.
        try await note(.signCheckpoint)
        try await note(.acceptClock("已校时"))
        events = try await desk.events().split(separator: "\n").compactMap { try event(String($0)) }
        return self
    }

    /// Names, codes and sites of a party.
    private func parties(_ party: String) async throws {
        try await note(.renameParty(party, "青禾商业", short: "青禾", "更名"))
        try await note(.renameParty("青禾", "青禾商业", short: "青禾", "更名"))
        try await note(.identifyParty(party, credit: "91350100M000100Y4Z", limit: "100万", "执照"))
        try await note(.identifyParty(party, credit: "91350100M000100Y43", limit: "100万", "执照"))
        try await note(.clearParty(party, "credit_limit", "停用"))
        try await note(.clearParty(party, "limit", "停用"))
        try await note(.renameParty("青禾商业", party, short: "青禾商", "改回"))
        let site = try await note(.site(party, "青禾广场", address: "五四路 18 号")).id
        try await note(.site(party, "青禾广场", address: "五四路 18 号"))
        try await note(.editSite(site, note: "北门上楼", "踏勘"))
        try await note(.editSite(site, note: "北门上楼", "踏勘"))
        try await note(.register("青禾另记"))
        try await note(.mergeParties("青禾另记", into: party, "同一公司"))
        try await note(.mergeParties(party, into: "青禾另记", "同一公司"))
        try await note(.partParties("青禾另记", "误合并"))
        try await note(.partParties("青禾另记", "误合并"))
        for words in ["QHZY", "91350100M000100Y43", "没有这个客户"] { try await note(.parties(words)) }
        try await note(.showParty("青禾商业"))
        try await note(.showParty("没有这个客户"))
    }

    /// What a dossier should hold, who is responsible, and dossiers that are one, or two.
    private func checklist(_ dossier: String, _ documents: [String]) async throws {
        try await note(.templates)
        try await note(.markItem(dossier, "验收单", kind: "not_applicable", "只供货"))
        try await note(.template(dossier, "没有这种"))
        try await note(.template(dossier, "新装工程"))
        try await note(.template(dossier, "installation"))
        try await note(.markItem(dossier, "验收单", kind: "not_applicable", "只供货"))
        try await note(.markItem(dossier, "drawings", kind: "promised", by: "2999-12-31", "设计院未出图"))
        try await note(.markItem(dossier, "drawings", kind: nil, "写错"))
        try await note(.markItem(dossier, "contract", kind: "not_applicable", "无"))
        try await note(.checkDossier(dossier))
        try await note(.checkDossier("C-0000-0000-0000"))
        try await note(.assign([dossier], to: Desk.account, nil))
        try await note(.assign([dossier], to: Desk.account, nil))
        try await note(.next)
        let other = try await note(.splitDossier(dossier, [documents[1]], title: "青禾广场二期", "另立合同")).id
        try await note(.splitDossier(dossier, [documents[1]], title: "青禾广场三期", "另立合同"))
        try await note(.mergeDossiers(other, into: dossier, "同一项目"))
        try await note(.mergeDossiers(other, into: dossier, "同一项目"))
        try await note(.dossier(other))
        try await note(.loadTemplates(try desk.write("模板.yaml", "- {code: A, chinese: 甲, english: a, items: []}\n")))
        try await handOver(dossier)
    }

    /// Dossier, class, facts, matters and holds.
    private func keep(_ contract: String, _ quote: String, _ party: String) async throws {
        let dossier = try await note(.openDossier("青禾广场", party: party)).id
        try await note(.link(dossier, [contract, quote], home: true))
        try await note(.unlink(dossier, quote, "归错"))
        try await note(.link(dossier, [quote]))
        try await note(.lead(dossier, by: quote))
        try await note(.lead(dossier, by: contract))
        try await note(.lead(dossier, by: contract))
        try await note(.dossier(dossier))
        try await note(.lead(dossier, by: nil))
        try await note(.dossier("C-0000-0000-0000"))
        try await note(.dossiers())
        try await checklist(dossier, [contract, quote])
        try await note(.suggestClass(quote))
        try await note(.rights(quote))
        try await note(.classify([quote], as: "XS-BJ", "报价"))
        try await note(.classify([quote], as: "NO-CLASS", "报价"))
        try await note(.fact(contract, "performed", "2026-05-20"))
        try await note(.fact(contract, "performed", "2026-06-20"))
        try await note(.fact(contract, "performed", "2026-06-20", "验收单更正"))
        try await note(.fact(contract, "performed", "2026-13-20", "验收单更正"))
        try await note(.ownRule(quote, "XS-HT-ZY", "集团要求永久保存"))
        try await note(.ownRule(quote, "NO-RULE", "集团要求永久保存"))
        try await note(.retention(quote))
        try await note(.ownRule(quote, nil, "不再要求"))
        try await note(.ownRule(quote, "XS-HT-ZY", " "))
        let matter = try await note(.openMatter(contract, "claim", "尾款"))["number"] as? Int ?? 0
        try await note(.matters(of: contract))
        let hold = try await note(.hold("party", party, "诉讼", by: "法务部")).id
        try await note(.hold("standing", "机组", "诉讼", by: "法务部"))
        try await note(.hold("party", "无此客户", "诉讼", by: "法务部"))
        try await note(.withdraw(contract, "误归档"))
        try await note(.retention(contract))
        try await note(.lift(hold, "结案", by: "法务部"))
        try await note(.lift(hold, "结案", by: "法务部"))
        try await note(.holds(lifted: true))
        try await note(.settle(matter, "已收讫"))
        try await note(.settle(matter, "已收讫"))
        try await note(.matters(settled: true))
        try await note(.closeDossier(dossier, on: "2026-12-31", "移交"))
        try await note(.reopenDossier(dossier, "补件"))
        try await note(.due(all: true))
        try await note(.dueCounts)
        for fact in ["accountingYear", "会计年度", "合同结束", "没有这个事由"] { try await note(.due(waiting: fact)) }
        try await note(.due(by: "2100-01-01"))
        try await note(.due(unclassified: true))
    }

    /// A document that is kept, and no more.
    private func restrict(_ document: String) async throws {
        try await note(.openRestricted(document, "监管来函"))
        try await note(.restrict(document, "目的已实现"))
        try await note(.restrict(document, "目的已实现"))
        try await note(.restricted)
        try await note(.show(document))
        try await note(.search("青禾"))
        try await note(.openRestricted(document, "监管来函"))
        try await note(.show(document))
        try await note(.liftRestriction(document, "重新取得同意"))
        try await note(.liftRestriction(document, "重新取得同意"))
    }

    /// A disposal, as far as one person can bring it, and what they are refused. That of a whole one is compared in DisposalTests.
    private func dispose(_ party: String) async throws {
        let old = try await note(
            .file(try desk.write("旧合同.txt", "旧合同"), words: ["type": "contract", "party": party, "title": "旧合同", "class": "XS-HT-YB"])
        ).id
        try await note(.fact(old, "performed", "2010-05-20"))
        try await note(.propose(by: "2024-01-01", "期满"))
        try await note(.fact(old, "originalKeptByFinance", "false"))
        try await note(.propose(by: "2999-01-01", "期满"))
        try await note(.propose(by: "2024-01-01", "期满", in: "XS-BJ"))
        let batch = try await note(.propose(by: "2024-01-01", "期满"))
        let (id, digest) = (batch.id, batch["digest"] as? String ?? "")
        try await note(.propose(by: "2024-01-01", "期满"))
        try await note(.batches)
        try await note(.batch(id))
        try await note(.batch("B-0000-0000-0000"))
        try await note(.sign(id, digest))
        try await note(.appraise(id, all: "burn", "同意"))
        try await note(.appraise(id, items: [("D-0000-0000-0000", "keep")], "同意"))
        try await note(.vacant(id, "finance_head", "未设"))
        try await note(.vacant(id, "archive_handler", "未设"))
        let judged = try await note(.appraise(id, items: [(old, "destroy")], "同意"))["digest"] as? String ?? ""
        try await note(.sign(id, judged))
        try await note(.approve(id, digest))
        try await note(.approve(id, judged))
        try await note(.supervise(id, on: "2020-01-01"))
        try await note(.execute(id))
        try await note(.confirm(id, on: "2020-01-01"))
        try await note(.confirm(id, on: "2020-01-01", paper: 2_000_000))
        try await note(.certify(id, into: "papers"))
        try await note(.cancel(id, "清册有误"))
        try await note(.cancel(id, "清册有误"))
        try await redact(old)
        try await note(.destroyed())
        try await note(.destroyed("旧合同"))
        try await note(.duties)
        let posts = ["archive_head", "archive_handler"]
        try await note(.setDuties("others", appraisers: ["archivist"], posts: posts, supervisors: ["archivist", "finance"], "董事会决议"))
        try await note(.setDuties("accounting", appraisers: ["archivist"], posts: posts, "精简"))
        try await note(.duties)
        try await note(.delegate("王敏", until: "2020-01-01", "出差"))
        try await note(.delegate("王敏", until: "2999-12-31", "出差"))
        try await note(.delegations())
        try await note(.undelegate(1, "已返回"))
        try await note(.undelegate(1, "已返回"))
        try await note(.delegations(ended: true))
    }

    private func redact(_ document: String) async throws {
        let (copy, same) = (try desk.write("旧合同-脱敏.txt", "旧合同（脱敏）"), try desk.write("旧合同-原样.txt", "旧合同"))
        try await note(.redact(document, version: 1, "没有.txt", with: copy, "个人信息"))
        try await note(.redact(document, version: 3, "旧合同.txt", with: copy, "个人信息"))
        try await note(.redact(document, version: 1, "旧合同.txt", with: same, "个人信息"))
        try await note(.redact(document, version: 1, "旧合同.txt", with: copy, "个人信息").under("脱敏-1"))
        let made = try await note(.redact(document, version: 1, "旧合同.txt", with: copy, "个人信息").under("脱敏-1"))
        let batch = (made["batch"] as? [String: Any])?["id"] as? String ?? ""
        #expect(!batch.isEmpty, "\(made.answer)")
        try await note(.versions(document))
        try await note(.redact(document, version: 1, "旧合同.txt", with: copy, "个人信息"))
        try await note(.appraise(batch, all: "keep", "留着"))
        try await note(.appraise(batch, all: "destroy", "同意"))
        try await note(.cancel(batch, "不再需要"))
        try await note(.edit(document, ["note": "电话 13800001111"], "补记"))
        try await note(.redact(document, words: "13800002222", "个人信息"))
        try await note(.redact(document, words: "1", "个人信息"))
        try await note(.redact(document, words: "旧合同.txt", "个人信息"))
        let marked = try await note(.redact(document, words: "13800001111", "个人信息"))
        let words = marked.id
        #expect(!words.isEmpty, "\(marked.answer)")
        try await note(.appraise(words, all: "destroy", "同意"))
        try await note(.cancel(words, "不再需要"))
    }

    /// Rules, accounts, tokens and checks.
    private func house() async throws {
        try await note(.scheme)
        try await note(.schedule)
        let scheme = try desk.write("分类方案.yaml", try await desk.program.run("scheme", "show", "--yaml").output)
        let schedule = try desk.write("期限表.yaml", try await desk.program.run("schedule", "show", "--yaml").output)
        let wrong = try desk.write("错.yaml", "format: 1\nclasses:\n  - code: A\n    parent: B\n")
        try await note(.checkScheme(scheme))
        try await note(.checkScheme(wrong))
        try await note(.compareScheme(scheme))
        try await note(.loadScheme(scheme))
        try await note(.splitClass("XS-HT-YB", off: "XS-HT-GZ", "类型:合同", "单列"))
        try await note(.mergeClass("XS-HT-GZ", into: "XS-HT-YB", "不再单列"))
        try await note(.mergeClass("XS-HT", into: "XS-HT-YB", "并入自己之下"))
        try await note(.closeClass("XS-ZL", on: "2026-12-31"))
        try await note(.closeClass("XS-无", on: nil))
        try await note(.loadScheme(wrong))
        try await note(.checkSchedule(schedule))
        try await note(.checkSchedule(wrong))
        try await note(.simulateSchedule(schedule))
        try await note(.loadSchedule(schedule))
        try await note(.setAccount("王敏", roles: ["finance"]))
        try await note(.setAccount("王敏", roles: ["emperor"]))
        try await note(.setAccount("王敏", roles: ["finance"], open: false))
        try await note(.setDepartment("王敏", "财务部"))
        try await note(.grant("王敏", "class", "XS-CW", until: "2999-12-31", "审计"))
        try await note(.grant("王敏", "class", "XS-CW", until: "2020-12-31", "审计"))
        try await note(.grant("无此人", "class", "XS-CW", until: "2999-12-31", "审计"))
        try await note(.grants())
        try await note(.endGrant(1, "审计结束"))
        try await note(.endGrant(1, "审计结束"))
        try await note(.grants(ended: true))
        try await note(.accounts)
        let token = try await note(.issueToken(Desk.account, days: 3)).id
        try await note(.issueToken("无此人"))
        try await note(.revokeToken(token))
        try await note(.revokeToken(token))
        try await note(.extraction)
        try await note(.verify)
        try await note(.verifyDue)
        try await note(.verifyLog)
    }

    /// An event without what differs from run to run, or nil for what the archive does by itself.
    private func event(_ line: String) throws -> String? {
        let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let header = try #require(event["header"] as? [String: Any])
        guard header["type"] as? String != "access.refused/2" else { return nil }
        let payload = try JSONSerialization.data(withJSONObject: event["payload"] ?? "", options: [.sortedKeys, .fragmentsAllowed])
        return "\(header["type"] ?? "") \(alike("\(header["actor"] ?? "")")) \(alike(String(decoding: payload, as: UTF8.self)))"
    }

    /// Identifiers by the order in which they are met, no times, secrets and digests of what has times in it.
    private func alike(_ text: String) -> String {
        text.replacing(/[A-Z]-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}\b|\bt[0-9a-f]{10}\b/) { found in
            let name = String(found.0).replacingOccurrences(of: "-", with: "")
            let known = names[name] ?? "#\(names.count + 1)"
            names[name] = known
            return known
        }
        .replacing(/("number":|"matter":|matters\/)[1-9]\d{6,8}/) { "\($0.1)DRAWN" }
        .replacing(/\d{4}-\d\d-\d\dT[\d:.]+Z/, with: "TIME")
        // A command records a refusal at once, a service those of a minute together.
        .replacing(/("changedBy"|"events"|"event"|"through"):\d+/) { "\($0.1):NUMBER" }.replacing(/"events":\[[\d,]*\]/, with: "EVENTS")
        .replacing(/"(inventory|inventoryAfter|inventoryBefore|staged|secret|salt|identity|query|digest|decided|cleaned)":"[^"]*"/) {
            "\"\($0.1)\":…"
        }
        // What an amount or a day was written as stays; a payload as it was written has its salt in it.
        .replacing(/"written":"sha256:[0-9a-f]*"/, with: #""written":…"#)
    }
}
