import Archive
import Records
import Wording

/// What `parties.mustache` calls: parties by name, a page at a time.
struct PartiesPage {
    struct Line {
        let name: String
        let address: String
    }

    let asked: String
    let found: String
    let parties: [Line]
    let hasParties: Bool
    let next: String?

    /// - Parameter start: How many are passed over.
    init(_ parties: [PartyView], asked: String, from start: Int, for viewer: Viewer) {
        self.asked = asked
        found = PartyPageMessage.found(parties.count).text(viewer.tongue)
        let part = ListPart(of: parties, from: start, at: "/parties", asked: [("words", asked)])
        self.parties = part.shown.map { Line(name: $0.name, address: "/parties/\($0.id)") }
        hasParties = !self.parties.isEmpty
        next = part.next
    }
}

/// What `party.mustache` calls: everything of a party at one place.
struct PartyPage {
    struct Fact {
        let name: String
        let value: String
    }
    struct Matter {
        let kind: String
        let note: String
        let address: String
        let openedOn: String
    }
    struct Contact {
        let name: String
        let post: String?
        let phone: String?
        let callAddress: String
        let email: String?
        let note: String?
    }
    struct Dossier {
        let title: String
        let id: String
        let standing: String
    }
    struct Document {
        let title: String
        let address: String
        let number: String?
        let state: String?
        let signed: String?
    }
    struct Group {
        let name: String
        let count: Int
        let documents: [Document]
    }
    struct Likeness {
        let name: String
        let address: String
        let grounds: String
    }

    let name: String
    let facts: [Fact]
    let matters: [Matter]
    let hasMatters: Bool
    let contacts: [Contact]
    let hasContacts: Bool
    let sites: [SiteView]
    let hasSites: Bool
    let dossiers: [Dossier]
    let hasDossiers: Bool
    let originals: [OriginalLine]
    let hasOriginals: Bool
    let packs: [PackLineView]
    let hasPacks: Bool
    /// By type, contracts first; of each the newest.
    let groups: [Group]
    /// The search for all, where not all are here.
    let all: String?
    let likenesses: [Likeness]
    let hasLikenesses: Bool

    init(_ party: PartyDetails, names: Vocabulary, for viewer: Viewer) {
        let (record, tongue) = (party.record, viewer.tongue)
        name = record.name
        facts = Self.facts(party.id, record, merged: party.merged, tongue)
        matters = party.matters.map {
            Matter(kind: $0.kind.text(tongue).asHeading, note: $0.note, address: "/documents/\($0.document)", openedOn: $0.openedOn)
        }
        hasMatters = !matters.isEmpty
        contacts = record.contacts.map {
            Contact(
                name: $0.name, post: $0.post, phone: $0.phone, callAddress: "tel:\(($0.phone ?? "").filter { $0.isNumber || $0 == "+" })",
                email: $0.email, note: $0.note)
        }
        hasContacts = !contacts.isEmpty
        (sites, hasSites) = (party.sites, !party.sites.isEmpty)
        dossiers = party.dossiers.map {
            let standing = $0.closedOn.map { PartyPageMessage.closed($0) } ?? .opened($0.openedOn)
            return Dossier(title: $0.title, id: "\($0.id)", standing: standing.text(tongue))
        }
        hasDossiers = !dossiers.isEmpty
        originals = party.originals.map { OriginalLine($0, tongue) }
        hasOriginals = !originals.isEmpty
        packs = party.packs.map { PackLineView($0, tongue) }
        hasPacks = !packs.isEmpty
        groups = Self.groups(party, names, tongue)
        let count = party.counts.reduce(0) { $0 + $1.count }
        all = count > party.documents.count && viewer.may(.search) ? "/?q=\(PercentText.encoded("客户:\(party.id)"))" : nil
        likenesses = party.mayBeSame.map {
            Likeness(
                name: $0.party.name, address: "/parties/\($0.party.id)",
                grounds: $0.grounds.map { $0.text(tongue) }.joined(separator: tongue == .chinese ? "、" : ", "))
        }
        hasLikenesses = !likenesses.isEmpty
    }

    private static func facts(
        _ id: PartyID, _ record: PartyRecord, merged: [MergedParty], _ tongue: Tongue
    ) -> [Fact] {
        var facts = [Fact(name: PartyPageWord.partyIdentifier.text(tongue), value: "\(id)")]
        facts += record.otherNames.map { Fact(name: $0.kind.text(tongue).asHeading, value: $0.name) }
        facts += merged.map { Fact(name: PartyPageWord.partyMerged.text(tongue), value: $0.record.line(tongue)) }
        facts += record.codes.map { Fact(name: $0.kind.text(tongue).asHeading, value: $0.code) }
        return facts + record.values.map { Fact(name: $0.text(tongue).asHeading, value: $1) }
    }

    private static func groups(_ party: PartyDetails, _ names: Vocabulary, _ tongue: Tongue) -> [Group] {
        let byType = Dictionary(grouping: party.documents, by: \.type)
        let contracts = party.counts.filter { $0.type.code == "contract" }
        return (contracts + party.counts.filter { !contracts.contains($0) }).compactMap { count in
            guard let documents = byType[count.type] else { return nil }
            return Group(
                name: names.name(of: count.type).text(tongue).asHeading, count: count.count,
                documents: documents.map {
                    Document(
                        title: $0.title, address: "/documents/\($0.id)", number: $0.number, state: $0.state?.text(tongue), signed: $0.signed
                    )
                })
        }
    }
}
