import Archive
import Records
import Wording

/// What `dossiers.mustache` calls: dossiers, the newest first, a page at a time.
struct DossiersPage {
    struct Line {
        let title: String
        let address: String
        let party: String?
        let standing: String
        let template: String?
        let responsible: String?
    }

    let asked: String
    let found: String
    let dossiers: [Line]
    let hasDossiers: Bool
    let next: String?

    /// - Parameter start: How many are passed over.
    init(_ all: [DossierView], asked: String, from start: Int, for viewer: Viewer) {
        let (key, tongue) = (matchingKey(asked), viewer.tongue)
        let named = all.filter { key.isEmpty || matchingKey("\($0.title) \($0.party?.name ?? "")").contains(key) }
        self.asked = asked
        found = DossierPageMessage.found(named.count).text(tongue)
        let part = ListPart(of: named, from: start, at: "/dossiers", asked: [("words", asked)])
        dossiers = part.shown.map {
            Line(
                title: $0.title, address: "/dossiers/\($0.id)", party: $0.party?.name,
                standing: ($0.closedOn.map { PartyPageMessage.closed($0) } ?? .opened($0.openedOn)).text(tongue),
                template: $0.template?.name.text(tongue), responsible: $0.responsible)
        }
        hasDossiers = !dossiers.isEmpty
        next = part.next
    }
}

/// What `dossier.mustache` calls: a deal at one place, with what is missing.
struct DossierPage {
    struct Item {
        let name: String
        let stage: String
        let state: String
        let by: String?
        let isOverdue: Bool
        let reason: String?
        let documents: [Document]
    }
    struct Document {
        let title: String
        let address: String
        let number: String?
        var version: String?
        var type: String?
        var leads: String?
    }

    let title: String
    let facts: [PageFact]
    let counted: String
    let items: [Item]
    let hasItems: Bool
    let documents: [Document]
    let hasDocuments: Bool
    let packs: [PackLineView]
    let hasPacks: Bool
    let identifier: String
    /// Whom a pack can still be made for.
    let receivers: [Receiver]
    let mayMakePack: Bool

    struct Receiver {
        let code: String
        let name: String
    }

    init(
        _ check: DossierCheck, packs: [PackLine], receivers: [Records.Receiver], names: Vocabulary, for viewer: Viewer
    ) {
        let (dossier, tongue) = (check.dossier, viewer.tongue)
        title = dossier.title
        facts = Self.facts(of: dossier, tongue)
        counted = DossierPageMessage.counted(missing: check.missing, overdue: check.overdue).text(tongue)
        items = check.checklist.map { Self.item($0, tongue) }
        hasItems = !items.isEmpty
        documents = dossier.documents.map {
            Document(
                title: $0.title, address: "/documents/\($0.id)", number: $0.number, type: names.name(of: $0.type).text(tongue),
                leads: $0.id == dossier.leader ? DossierPageWord.dossierLeads.text(tongue) : nil)
        }
        hasDocuments = !documents.isEmpty
        self.packs = packs.map { PackLineView($0, tongue) }
        hasPacks = !packs.isEmpty
        identifier = "\(dossier.id)"
        let made = Set(packs.map(\.receiver.code))
        self.receivers =
            dossier.closedOn == nil
            ? receivers.filter { !made.contains($0.code) }.map { Receiver(code: $0.code, name: $0.name.text(tongue)) } : []
        mayMakePack = !self.receivers.isEmpty
    }

    private static func facts(of dossier: DossierView, _ tongue: Tongue) -> [PageFact] {
        func fact(_ word: DossierPageWord, _ value: String?, at address: String? = nil) -> PageFact? {
            PageFact(word, value, at: address, in: tongue)
        }
        return [
            fact(.dossierParty, dossier.party?.name, at: dossier.party.map { "/parties/\($0.id)" }),
            fact(.dossierTemplate, dossier.template?.name.text(tongue)), fact(.dossierResponsible, dossier.responsible),
            fact(.dossierOpened, dossier.openedOn), fact(.dossierClosedOn, dossier.closedOn),
            fact(.dossierMergedInto, dossier.mergedInto.map { "\($0)" }, at: dossier.mergedInto.map { "/dossiers/\($0)" }),
            fact(.dossierIdentifier, "\(dossier.id)"),
        ].compactMap(\.self)
    }

    private static func item(_ item: DossierItemView, _ tongue: Tongue) -> Item {
        Item(
            name: item.name.text(tongue), stage: item.stage.text(tongue), state: item.state.text(tongue),
            by: item.by.map { DossierPageMessage.by($0, isOverdue: item.isOverdue).text(tongue) }, isOverdue: item.isOverdue,
            reason: item.reason,
            documents: item.documents.map {
                Document(
                    title: $0.title, address: "/documents/\($0.id)", number: $0.number,
                    version: DossierPageMessage.version($0.version.value).text(tongue))
            })
    }
}

/// What `next.mustache` calls: what waits for somebody, by day.
struct NextPage {
    struct Day {
        let day: String
        let lines: [Line]
    }
    struct Line {
        let what: String
        let title: String
        let address: String
        let isOverdue: Bool
    }

    let days: [Day]
    let hasLines: Bool

    init(_ waiting: [WaitingLine], for viewer: Viewer) {
        let tongue = viewer.tongue
        days = waiting.chunked(by: \.by).map { day, lines in
            Day(
                day: day ?? DossierPageWord.waitingWithoutDay.text(tongue),
                lines: lines.map {
                    Line(
                        what: $0.item.map { $0.name.text(tongue) } ?? $0.kind.text(tongue).asHeading, title: $0.title,
                        address: Self.folder(of: $0.kind) + $0.record, isOverdue: $0.isOverdue)
                })
        }
        hasLines = !waiting.isEmpty
    }

    private static func folder(of kind: WaitingLine.Kind) -> String {
        switch kind {
        case .item: "/dossiers/"
        case .sent: "/transmittals/"
        case .takeOver, .reissue: "/packs/"
        case .receive, .giveBack, .chase: "/originals/"
        case .appraise, .sign, .approve, .supervise, .execute, .confirm, .certify: "/disposals/"
        }
    }
}

extension Array {
    /// Neighbours that have the same in common, with that.
    fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [(Key, [Element])] {
        reduce(into: []) { chunks, element in
            if let last = chunks.indices.last, chunks[last].0 == key(element) {
                chunks[last].1.append(element)
            } else {
                chunks.append((key(element), [element]))
            }
        }
    }
}
