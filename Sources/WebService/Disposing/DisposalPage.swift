import Archive
import Records
import Retention
import Wording

/// What `disposals.mustache` calls: all batches, and the form that proposes one. What was written stays in it, whatever is wrong with it.
struct DisposalsPage {
    struct Line {
        let address: String
        let name: String
        let reason: String
        let state: String
        let proposedOn: String
        let count: Int
    }

    let batches: [Line]
    let hasBatches: Bool
    let mayPropose: Bool
    let maySearch: Bool
    let mayOpen: Bool
    let problem: String?
    let by: String
    /// Of the scheme in force, to draw up only what is in one of them.
    let classes: [Choice]
    let reason: String

    init(
        _ batches: [BatchLine], _ scheme: ShowScheme.Version?, written form: [String: String] = [:], problem: String? = nil,
        for viewer: Viewer
    ) {
        self.batches = batches.map {
            Line(
                address: "/disposals/\($0.id)", name: "\($0.id)", reason: $0.reason, state: $0.state.text(viewer.tongue),
                proposedOn: $0.proposedOn, count: $0.count)
        }
        hasBatches = !batches.isEmpty
        mayPropose = viewer.may(.proposeDisposal)
        maySearch = viewer.may(.search)
        mayOpen = viewer.may(.openRestricted)
        self.problem = problem
        classes = (scheme?.classes ?? []).map {
            Choice(
                code: $0.code, name: "\($0.code) \(scheme?.name(of: $0.code).text(viewer.tongue) ?? "")", isChosen: $0.code == form["class"]
            )
        }
        (by, reason) = (form["by"] ?? "", form["reason"] ?? "")
    }
}

/// What `disposal.mustache` calls: a batch, what can be done with it now, and what was done.
struct DisposalPage {
    struct Fact {
        let name: String
        let value: String
    }
    struct Item {
        let name: String
        /// Nil once it is destroyed: then there is nothing to look at.
        let address: String?
        let number: String?
        /// Nil where it is only something of a document that stays.
        let keptTo: String?
        /// Where its derivation is.
        let why: String?
        let decision: String
        /// Nil while nothing has become of it.
        let outcome: String?
        /// Which of its bytes are destroyed while it stays; nil where it is the whole document.
        let redaction: String?
        let choosing: Choosing?
    }
    /// The choice for one document, in the form of the appraisal.
    struct Choosing {
        let field: String
        let label: String
        let decisions: [Choice]
    }
    struct Act {
        let name: String
        let what: String
        let on: String
        let words: String
    }
    struct Paper {
        let name: String
        let address: String
    }
    /// A step that may be taken; a template shows its form where there is one.
    struct Step {
        let address: String
        let digest: String
        let count: String
        let decisions: [Choice]
        let posts: [Choice]
    }

    let heading: String
    let problem: String?
    let facts: [Fact]
    let next: String
    let digest: String
    let items: [Item]
    let withheld: String?
    let setAside: [Item]
    let hasSetAside: Bool
    let acts: [Act]
    let papers: [Paper]
    let hasPapers: Bool
    let appraisal, vacancy, signing, approval, supervision, execution, confirmation, certification, cancellation: Step?

    init(_ batch: BatchView, className: Phrase?, problem: String? = nil, for viewer: Viewer) {
        let tongue = viewer.tongue
        heading = batch.reason
        self.problem = problem
        var facts = [
            Fact(name: DisposalPageWord.disposalBatch.text(tongue), value: "\(batch.id)"),
            Fact(name: DisposalPageWord.disposalState.text(tongue), value: batch.state.text(tongue)),
            Fact(name: DisposalPageWord.disposalProposed.text(tongue), value: batch.proposedOn),
            Fact(name: DisposalPageWord.disposalCount.text(tongue), value: "\(batch.items.count + batch.withheld)"),
        ]
        if batch.items.allSatisfy({ $0.redaction == nil }) {
            let name = className?.text(tongue) ?? DisposalPageWord.disposalAllClasses.text(tongue)
            facts.append(Fact(name: DisposalPageWord.disposalClass.text(tongue), value: name))
        }
        self.facts = facts
        next = DisposalPageMessage.next(batch).text(tongue)
        digest = "\(batch.digest)"
        let mayAppraise = Self.may(.appraise, batch, .appraiseDisposal, viewer) && batch.withheld == 0
        items = batch.items.map { Item($0, choosing: mayAppraise, tongue) }
        withheld = batch.withheld > 0 ? DisposalPageMessage.withheld(batch.withheld).text(tongue) : nil
        setAside = batch.setAside.map { Item($0, choosing: false, tongue) }
        hasSetAside = !setAside.isEmpty
        acts = batch.acts.map { Act($0, tongue) }
        papers = zip(DisposalPaper.allCases, [batch.list, batch.opinion, batch.certificate]).compactMap { paper, document in
            document.map { Paper(name: paper.text(tongue), address: "/documents/\($0)") }
        }
        hasPapers = !papers.isEmpty
        let form = Step(batch, tongue)
        func step(_ kind: DisposalStep, _ operation: Operation) -> Step? { Self.may(kind, batch, operation, viewer) ? form : nil }
        appraisal = mayAppraise ? form : nil
        vacancy = step(.vacate, .appraiseDisposal).flatMap { $0.posts.isEmpty ? nil : $0 }
        signing = step(.sign, .signDisposal)
        approval = step(.approve, .approveDisposal)
        supervision = step(.supervise, .superviseDisposal)
        execution = step(.execute, .executeDisposal)
        confirmation = step(.confirm, .superviseDisposal)
        certification = step(.certify, .certifyDisposal)
        cancellation = step(.cancel, .cancelDisposal)
    }

    /// Whether the form of a step is shown. Whose duty it is in this batch is said when it is tried.
    private static func may(_ step: DisposalStep, _ batch: BatchView, _ operation: Operation, _ viewer: Viewer) -> Bool {
        step.isOpen(in: batch.state) && viewer.may(operation)
    }

    /// What can be decided, with the spans that are usual; others are said at the command line or over HTTP.
    static func decisions(chosen: DisposalDecision? = nil, _ tongue: Tongue) -> [Choice] {
        var all: [DisposalDecision] = [.destroy] + [1, 3, 5, 10, 15, 30].map { .extend(years: $0) } + [.keep, .transfer]
        if let chosen, !all.contains(chosen) { all.append(chosen) }
        return all.map { Choice($0, isChosen: $0 == chosen, tongue) }
    }
}

extension Choice {
    fileprivate init(_ decision: DisposalDecision, isChosen: Bool = false, _ tongue: Tongue) {
        self.init(code: decision.written, name: decision.text(tongue), isChosen: isChosen)
    }
}

extension DisposalPage.Item {
    fileprivate init(_ item: BatchItemView, choosing: Bool, _ tongue: Tongue) {
        let isThere = item.destroyedOn == nil || item.redaction != nil
        let outcome = DisposalPageMessage.outcome(item).text(tongue)
        self.init(
            name: item.title, address: isThere ? "/documents/\(item.document)" : nil, number: item.number,
            keptTo: item.redaction == nil ? item.keptTo : nil,
            why: isThere && item.redaction == nil ? "/documents/\(item.document)/retention" : nil,
            decision: item.decision?.text(tongue) ?? "",
            outcome: outcome.isEmpty ? nil : outcome, redaction: item.redaction.map { DisposalPageMessage.redaction($0).text(tongue) },
            choosing: choosing && item.dropped.isEmpty && item.redaction == nil
                ? DisposalPage.Choosing(
                    field: "item-\(item.document)", label: "\(DisposalPageWord.disposalDecision.text(tongue)) \(item.title)",
                    decisions: DisposalPage.decisions(chosen: item.decision, tongue)) : nil)
    }
}

extension DisposalPage.Act {
    fileprivate init(_ act: BatchActView, _ tongue: Tongue) {
        self.init(name: act.name, what: DisposalPageMessage.act(act).text(tongue), on: act.on, words: act.words ?? "")
    }
}

extension DisposalPage.Step {
    fileprivate init(_ batch: BatchView, _ tongue: Tongue) {
        self.init(
            address: "/disposals/\(batch.id)", digest: "\(batch.digest)",
            count: DisposalPageMessage.count(batch.toDestroy.count).text(tongue),
            decisions: batch.items.allSatisfy { $0.redaction == nil } ? DisposalPage.decisions(tongue) : [Choice(.destroy, tongue)],
            posts: batch.openPosts.map { Choice(code: $0.rawValue, name: $0.text(tongue)) })
    }
}

/// What `destroyed.mustache` calls: what stays of destroyed documents.
struct DestroyedPage {
    struct Line {
        let name: String
        let number: String?
        let document: String
        let day: String
        let keptTo: String
        let batch: String
        let address: String?
    }

    let asked: String
    let found: String
    let lines: [Line]
    let hasLines: Bool

    /// Most that are shown.
    private static let most = 200

    init(_ asked: String, _ tombstones: [TombstoneView], for viewer: Viewer) {
        self.asked = asked
        found =
            tombstones.isEmpty
            ? DisposalPageWord.destroyedNone.text(viewer.tongue) : DisposalPageMessage.found(tombstones.count).text(viewer.tongue)
        lines = tombstones.prefix(Self.most).map {
            Line(
                name: $0.title, number: $0.number, document: "\($0.document)", day: $0.destroyedOn, keptTo: $0.keptTo, batch: "\($0.batch)",
                address: viewer.may(.readDisposals) ? "/disposals/\($0.batch)" : nil)
        }
        hasLines = !lines.isEmpty
    }
}
