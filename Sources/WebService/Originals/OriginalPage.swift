import Archive
import Records
import Wording

/// An original in a list on any page.
struct OriginalLine {
    /// Of its document.
    let title: String
    /// With the document's number before it.
    let named: String
    let address: String
    let copy: String
    let standing: String
    let isOverdue: Bool

    init(_ original: OriginalView, _ tongue: Tongue) {
        title = original.title
        named = original.named
        address = "/originals/\(original.id)"
        copy = OriginalPageMessage.copy(original.copy, of: original.copies).text(tongue)
        standing = original.standing(tongue)
        isOverdue = original.isOverdue
    }
}

/// What `originals.mustache` calls: originals, a page at a time.
struct OriginalsPage {
    let views: [Page.Link]
    let found: String
    let originals: [OriginalLine]
    let hasOriginals: Bool
    let next: String?

    /// Which of them are asked for.
    enum Choice: String, CaseIterable {
        case mine, unconfirmed, overdue, all

        var word: OriginalPageWord {
            switch self {
            case .mine: .originalMine
            case .unconfirmed: .originalUnconfirmed
            case .overdue: .originalOverdue
            case .all: .originalAll
            }
        }
    }

    /// - Parameter start: How many are passed over.
    init(_ all: [OriginalView], _ choice: Choice, from start: Int, for viewer: Viewer) {
        let tongue = viewer.tongue
        views = Choice.allCases.map {
            Page.Link(name: $0.word.text(tongue), address: "/originals?show=\($0.rawValue)", isCurrent: $0 == choice)
        }
        found = OriginalPageMessage.found(all.count).text(tongue)
        let part = ListPart(of: all, from: start, at: "/originals", asked: [("show", choice.rawValue)])
        originals = part.shown.map { OriginalLine($0, tongue) }
        hasOriginals = !originals.isEmpty
        next = part.next
    }
}

/// What `original.mustache` calls: an original, what was done with it, and what its viewer may do with it now.
struct OriginalPage {
    struct Step {
        let day: String
        let by: String
        let what: String
        let facts: String
    }

    let heading: String
    /// The address of the page.
    let here: String
    let problem: String?
    let facts: [PageFact]
    let steps: [Step]
    /// Whether anything can be done here by whoever looks.
    let maySomething: Bool
    let mayConfirm: Bool
    let mayKeep: Bool
    let mayReturn: Bool
    let mayMiss: Bool
    let mayFind: Bool
    /// What was written stays, whatever is wrong with it.
    let to: String
    let place: String
    let until: String
    let reason: String

    init(_ history: OriginalHistory, _ form: [String: String], _ problem: String?, for viewer: Viewer) {
        let (original, tongue) = (history.original, viewer.tongue)
        let copy = OriginalPageMessage.copy(original.copy, of: original.copies).text(tongue)
        heading = "\(original.title) \(copy)"
        here = "/originals/\(original.id)"
        self.problem = problem
        facts = Self.facts(of: original, tongue)
        steps = history.steps.map { step in
            let facts = [
                step.answerable, step.with.map { "→ \($0)" }, step.place, step.waybill, step.proof.map { "\($0)" }, step.reason,
            ]
            return Step(
                day: step.on, by: step.by, what: step.step?.text(tongue) ?? OriginalPageWord.originalRegistered.text(tongue),
                facts: facts.compactMap(\.self).joined(separator: " · "))
        }
        let (name, state) = (viewer.account?.name, original.state)
        let keeps = viewer.may(.keepOriginal) && original.form == .paper
        let (answers, has) = (keeps && original.answerable == name, keeps && original.with == name)
        mayConfirm = has && state == .inTransit
        mayKeep = answers && [.inHand, .shelved].contains(state)
        mayReturn = answers && [.onLoan, .sent, .sentToStay].contains(state) || has && state == .onLoan
        mayMiss = answers && ![.missing, .released, .destroyed].contains(state)
        mayFind = answers && state == .missing
        maySomething = mayConfirm || mayKeep || mayReturn || mayMiss || mayFind
        (to, place, until, reason) = (form["to"] ?? "", form["place"] ?? "", form["until"] ?? "", form["reason"] ?? "")
    }

    private static func facts(of original: OriginalView, _ tongue: Tongue) -> [PageFact] {
        func fact(_ word: OriginalPageWord, _ value: String?, at address: String? = nil) -> PageFact? {
            PageFact(word, value, at: address, in: tongue)
        }
        return [
            fact(.originalDocument, original.named, at: "/documents/\(original.document)"),
            fact(.originalState, original.standing(tongue)), fact(.originalAnswerable, original.answerable),
            fact(.originalWith, original.with), fact(.originalSince, original.since),
            fact(.originalForm, original.form.text(tongue).asHeading), fact(.originalNote, original.note),
            fact(.originalIdentifier, "\(original.id)"),
        ].compactMap(\.self)
    }
}

extension OriginalView {
    /// Its document's number and title.
    var named: String { [number, title].compactMap(\.self).joined(separator: " ") }

    /// Where it is, in a line: the state, the place or who has it, and by when it is to be back.
    func standing(_ tongue: Tongue) -> String {
        let back = until.map { isOverdue ? OriginalPageMessage.overdue($0) : .until($0) }
        return [state.text(tongue).asHeading, place ?? with ?? answerable, back?.text(tongue)].compactMap(\.self).joined(separator: " · ")
    }
}
