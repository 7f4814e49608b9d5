import Catalogue
import Records
import Wording

/// What the next edition of a pack would be: the checklist as its receiver may see it.
struct PackDraft {
    let items: [Item]
    /// What belongs in it and the receiver, or whoever puts it together, has no right to see.
    let withheld: [DocumentID]

    /// An item with what there is of it.
    struct Item {
        let item: PackItem
        let documents: [PackedDocument]
        /// What somebody said of it.
        let mark: PackMark?
        /// What is known without anybody having said it. It is shown and never copied, so that it goes with what it is known from.
        let filled: PackMark?

        func view(on today: CivilDate) -> PackItemView {
            PackItemView(item, documents: documents, mark: mark ?? filled, rejected: nil, today: today)
        }
    }

    init(of pack: PackLine, _ reading: Reading) throws {
        let receiver = try reading.keptReceiver(of: pack.id)
        let candidates = try reading.candidates(in: pack.dossier)
        // Nobody in particular, so that neither grants nor own deals count.
        let anybody = AccountView(id: .random(), name: "", roles: receiver.roles, open: true, department: receiver.department)
        let theirs = try reading.documents(in: pack.dossier, knownTo: anybody, as: Rights(anybody).viewer)
        let (marks, filling) = (try reading.marks(in: pack.id), try PackFilling(of: pack, candidates, reading))
        var withheld: Set<DocumentID> = []
        items = receiver.items.map { item in
            let all = candidates.filter { item.types.contains($0.type) }
            let shown = all.filter { $0.isKnown && theirs.contains($0.document.id) }.map(\.document)
            withheld.formUnion(Set(all.map(\.document.id)).subtracting(shown.map(\.id)))
            return Item(item: item, documents: shown, mark: marks[item.code], filled: item.fill.flatMap { filling.mark(for: $0) })
        }
        self.withheld = withheld.sorted()
    }
}

/// What words of a deal are known without anybody having to say them.
private struct PackFilling {
    private let words: [PackFill: String]

    init(of pack: PackLine, _ candidates: [PackCandidate], _ reading: Reading) throws {
        let contracts = try candidates.filter { $0.isKnown && $0.type.code == "contract" }.compactMap {
            try reading.document($0.document.id)
        }
        func field(_ name: String) -> String? {
            let values = contracts.compactMap { $0.fields[name] }
            return values.isEmpty ? nil : values.joined(separator: "\n")
        }
        var words: [PackFill: String] = [:]
        words[.payment] = field("payment")
        words[.site] = field("site")
        if let party = pack.party?.id {
            let contacts = try reading.record(of: party)?.contacts ?? []
            if !contacts.isEmpty { words[.contacts] = contacts.map(Self.text).joined(separator: "\n") }
            let sites = try reading.sites(of: party)
            if words[.site] == nil, !sites.isEmpty {
                words[.site] = sites.map { [$0.name, $0.address, $0.note].compactMap(\.self).joined(separator: " ") }.joined(
                    separator: "\n")
            }
        }
        self.words = words
    }

    func mark(for fill: PackFill) -> PackMark? { words[fill].map { PackMark(.words, $0) } }

    private static func text(_ contact: PartyContact) -> String {
        [contact.name, contact.post, contact.phone, contact.email].compactMap(\.self).joined(separator: " ")
    }
}

extension Reading {
    /// - Parameter edition: As which it is told; the newest without it.
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: PackID, edition: Int? = nil) throws -> PackLine {
        guard let pack = try pack(id, edition: edition) else { throw Self.unknown(id) }
        return pack
    }

    /// The receiver of a pack with the checklist that it keeps.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func keptReceiver(of pack: PackID) throws -> Receiver {
        guard let receiver = try receiver(of: try known(pack).id) else { throw Self.unknown(pack) }
        return receiver
    }

    /// A pack as its next edition would be.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func draft(of pack: PackID) throws -> PackView {
        let line = try known(pack)
        let draft = try PackDraft(of: line, self)
        return PackView(
            pack: line, edition: nil, participants: nil, checklist: draft.items.map { $0.view(on: today) },
            // Of what the reader may not see themselves nothing is said before it is issued.
            isWithheld: try draft.withheld.contains { try knows($0) })
    }

    /// A pack in an edition, as far as the viewer may know.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func edition(_ number: Int, shownOf pack: PackID) throws -> PackView {
        let line = try known(pack, edition: number)
        guard let receiver = try receiver(of: pack), let edition = try edition(number, of: pack) else {
            throw ArchiveError(.recordUnknown, PackMessage.editionUnknown("\(pack)", number), subject: "\(pack)")
        }
        let known = edition.documents.filter(\.isKnown)
        let filling = try PackFilling(of: line, try candidates(in: line.dossier), self)
        return PackView(
            pack: line, edition: number, participants: edition.participants,
            checklist: receiver.items.map { item in
                PackItemView(
                    item, documents: known.filter { $0.item == item.code }.map(\.document),
                    mark: edition.marks[item.code] ?? item.fill.flatMap { filling.mark(for: $0) },
                    rejected: edition.rejections[item.code], today: today)
            },
            isWithheld: edition.isWithheld || known.count < edition.documents.count)
    }
}
