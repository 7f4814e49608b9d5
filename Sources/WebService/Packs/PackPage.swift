import Archive
import Records
import Wording

/// A pack in a list on any page.
struct PackLineView {
    let title: String
    let address: String
    let party: String?
    let standing: String

    init(_ pack: PackLine, _ tongue: Tongue) {
        title = "\(pack.title) · \(pack.receiver.name.text(tongue))"
        address = "/packs/\(pack.id)"
        party = pack.party?.name
        let edition = pack.newest.map { PackFileMessage.editionNumber($0).text(tongue) }
        standing = [pack.state.text(tongue).asHeading, edition, pack.issuedOn].compactMap(\.self).joined(separator: " · ")
    }
}

/// What `packs.mustache` calls: packs, the newest first, a page at a time.
struct PacksPage {
    let asked: String
    let state: String?
    let choices: [Page.Link]
    let found: String
    let packs: [PackLineView]
    let hasPacks: Bool
    let next: String?

    /// - Parameter start: How many are passed over.
    init(_ all: [PackLine], asked question: ListPacks, from start: Int, for viewer: Viewer) {
        let tongue = viewer.tongue
        asked = question.words ?? ""
        state = question.state?.rawValue
        choices = [
            Page.Link(name: PackPageWord.packAll.text(tongue), address: "/packs", isCurrent: question.state == nil),
            Page.Link(
                name: PackPageWord.packToSign.text(tongue), address: "/packs?state=\(PackState.issued.rawValue)",
                isCurrent: question.state == .issued),
        ]
        found = PackPageMessage.found(all.count).text(tongue)
        let part = ListPart(of: all, from: start, at: "/packs", asked: [("words", question.words), ("state", state)])
        packs = part.shown.map { PackLineView($0, tongue) }
        hasPacks = !packs.isEmpty
        next = part.next
    }
}

/// What `pack.mustache` calls: an edition of a pack, or what the next one would be, and what its viewer may do with it now.
struct PackPage {
    struct Item {
        let code: String
        let name: String
        let state: String
        let isLate: Bool
        let text: String?
        let rejected: String?
        let documents: [Document]
        /// What was written of why it is sent back.
        let written: String
    }
    struct Document {
        let title: String
        let address: String?
        let about: String
        let warning: String?
    }
    struct Choice {
        let value: String
        let name: String
    }

    let heading: String
    /// The address of the page.
    let here: String
    let problem: String?
    let notes: [String]
    let counted: String
    let facts: [PageFact]
    let items: [Item]
    let edition: Int?
    let download: String?
    /// Where the next edition, or the newest one, is seen.
    let other: Choice?
    let editions: [Choice]
    let hasEditions: Bool
    let maySign: Bool
    let mayIssue: Bool
    let mayFill: Bool
    let kinds: [Choice]
    /// What was written stays, whatever is wrong with it.
    let text: String
    let by: String
    let participants: String

    init(_ view: PackView, _ form: [String: String], _ problem: String?, for viewer: Viewer) {
        let (pack, tongue) = (view.pack, viewer.tongue)
        let here = "/packs/\(pack.id)"
        self.here = here
        heading = "\(pack.title) · \(pack.receiver.name.text(tongue))"
        self.problem = problem
        notes = [
            view.supersededBy.map { PackFileMessage.superseded(by: $0).text(tongue) },
            view.isWithheld ? PackWord.withheld.text(tongue) : nil,
        ].compactMap(\.self)
        counted = PackPageMessage.counted(missing: view.missing.count).text(tongue)
        facts = Self.facts(of: view, tongue)
        items = view.checklist.map { Self.item($0, form["reject-\($0.code)"] ?? "", tongue) }
        edition = view.edition
        download = view.edition.map { "\(here)/file?edition=\($0)" }
        let isDraft = view.edition == nil
        let keeps = viewer.may(.keepPack)
        other =
            isDraft
            ? pack.newest.map { _ in Choice(value: here, name: PackPageWord.packNewest.text(tongue)) }
            : keeps ? Choice(value: "\(here)?draft=yes", name: PackPageWord.packDraft.text(tongue)) : nil
        editions = (1..<max(pack.newest ?? 1, 1)).map { number in
            Choice(value: "\(here)?edition=\(number)", name: PackFileMessage.editionNumber(number).text(tongue))
        }
        hasEditions = !editions.isEmpty
        let isNewest = view.edition != nil && view.supersededBy == nil
        maySign = isNewest && pack.state == .issued && viewer.may(.signPack) && pack.issuedBy != viewer.account?.name
        mayIssue = isDraft && viewer.may(.issuePack)
        mayFill = isDraft && keeps
        kinds =
            PackMark.Kind.allCases.map { Choice(value: $0.rawValue, name: $0.text(tongue)) }
            + [Choice(value: "", name: PackPageWord.packFillClear.text(tongue))]
        (text, by, participants) = (form["text"] ?? "", form["by"] ?? "", form["participants"] ?? "")
    }

    private static func facts(of view: PackView, _ tongue: Tongue) -> [PageFact] {
        let pack = view.pack
        func fact(_ word: PackPageWord, _ value: String?, at address: String? = nil) -> PageFact? {
            PageFact(word, value, at: address, in: tongue)
        }
        let edition = view.edition.map { PackFileMessage.editionNumber($0).text(tongue) }
        return [
            fact(.packParty, pack.party?.name, at: pack.party.map { "/parties/\($0.id)" }),
            fact(.packDossier, pack.title, at: "/dossiers/\(pack.dossier)"), fact(.packReceiver, pack.receiver.name.text(tongue)),
            fact(.packState, edition.map { "\($0) · \(pack.state.text(tongue))" } ?? PackState.draft.text(tongue)),
            fact(.packIssued, edition == nil ? nil : pack.issued),
            fact(.packSigned, edition == nil ? nil : pack.signed),
            fact(.packParticipants, view.participants), fact(.packIdentifier, "\(pack.id)"),
        ].compactMap(\.self)
    }

    private static func item(_ item: PackItemView, _ written: String, _ tongue: Tongue) -> Item {
        let by = item.by.map { PackFileMessage.by($0, isOverdue: item.isOverdue).text(tongue) }
        return Item(
            code: item.code, name: item.name.text(tongue),
            state: [item.state.text(tongue), by].compactMap(\.self).joined(separator: " · "),
            isLate: item.isOverdue || item.rejected != nil, text: item.text, rejected: item.rejected,
            documents: item.documents.map { document in
                Document(
                    title: document.title, address: document.destroyedOn == nil ? "/documents/\(document.id)" : nil,
                    about: [document.number, PackFileMessage.version(document.version.value).text(tongue)].compactMap(\.self)
                        .joined(separator: " · "),
                    warning: document.destroyedOn.map { PackFileMessage.destroyed(on: $0).text(tongue) }
                        ?? document.newer.map { PackFileMessage.newer($0.value).text(tongue) })
            }, written: written)
    }
}
