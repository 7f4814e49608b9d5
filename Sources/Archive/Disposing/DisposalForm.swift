import Exchange
import Records
import Wording

/// The papers of a batch (R-44), made of what the archive knows of it: the same each time.
struct DisposalForm {
    let batch: BatchView
    private let tombstones: [DocumentID: TombstoneView]
    private let scheme: ShowScheme.Version
    private let schedule: ShowSchedule.Version
    private let made: Timestamp
    /// The first user's; the papers of a Chinese company are Chinese.
    private let tongue = Tongue.chinese

    init(_ batch: BatchView, _ tombstones: [TombstoneView], scheme: ShowScheme.Version, schedule: ShowSchedule.Version, made: Timestamp) {
        self.batch = batch
        self.tombstones = Dictionary(tombstones.map { ($0.document, $0) }, uniquingKeysWith: { first, _ in first })
        (self.scheme, self.schedule, self.made) = (scheme, schedule, made)
    }

    func pdf(_ paper: DisposalPaper) throws(ExchangeError) -> [UInt8] { try form(paper).pdf(tongue) }
    func xlsx() throws(ExchangeError) -> [UInt8] { try table.xlsx(tongue, created: made) }
    func csv() -> [UInt8] { table.csv(tongue) }

    private func form(_ paper: DisposalPaper) -> PrintedForm {
        PrintedForm(
            orientation: paper == .list ? .landscape : .portrait, title: paper.phrase, subtitle: "\(batch.id)",
            footer: "\(batch.id)\n\(batch.digest)", created: made, blocks: blocks(of: paper))
    }

    private func blocks(of paper: DisposalPaper) -> [PrintedForm.Block] {
        switch paper {
        case .list: [.facts(facts), .table(table), .signatures(signers + supervisors)]
        case .opinion: [.facts(facts)] + opinions + [.table(decisions), .signatures(appraisers + approvers)]
        case .certificate:
            [
                .facts(facts + [fact(.executed, batch.executedOn ?? ""), fact(.count, "\(batch.items.count { $0.destroyedOn != nil })")]),
                .paragraph(heading: nil, DisposalWord.claims.text(tongue)), .table(digests), .signatures(approvers + supervisors),
            ]
        }
    }

    private func fact(_ word: DisposalWord, _ value: String) -> PrintedForm.Fact { PrintedForm.Fact(word.phrase, value) }

    private var facts: [PrintedForm.Fact] {
        [
            fact(.batch, "\(batch.id)"), fact(.proposed, "\(batch.proposedOn) \(batch.acts.first?.name ?? "")"), fact(.until, batch.by),
            fact(.recordClass, batch.recordClass.map { "\(scheme.name(of: $0).text(tongue))（\($0)）" } ?? "—"),
            fact(.reason, batch.reason), fact(.list, "\(batch.digest)"),
        ]
    }

    // MARK: Tables

    /// The list by R-44. What an electronic record does not have is a dash.
    private var table: Table {
        let columns: [(DisposalWord, Int)] = [
            (.order, 2), (.title, 8), (.number, 5), (.volume, 2), (.volumes, 2), (.pieces, 2), (.pages, 2), (.years, 4),
            (.archiveNumber, 3),
            (.period, 5), (.kept, 4), (.medium, 2), (.reason, 4), (.way, 4), (.dayAndPlace, 4), (.remark, 4),
        ]
        return Table(
            title: DisposalPaper.list.phrase, columns: columns.map { Column($0.0.phrase, weight: $0.1) },
            rows: batch.items.enumerated().map { index, item in cells(of: item, index + 1) },
            totals: [.empty, .text(DisposalWord.sum.text(tongue)), .number(batch.items.count)] + Array(repeating: .empty, count: 13))
    }

    private func cells(of item: BatchItemView, _ order: Int) -> [Cell] {
        let tombstone = tombstones[item.document]
        let files = tombstone?.versions.reduce(0) { $0 + $1.files.count }
        let filed = tombstone.map { String($0.filedOn.prefix(4)) }
        return [
            .number(order), .text(item.title), .text(item.number ?? "—"), .text("—"), .text("—"), files.map { .number($0) } ?? .text("—"),
            .text("—"), .text([filed, String(item.keptTo.prefix(4))].compactMap(\.self).joined(separator: "–")), .text("—"),
            .text("\(schedule.title(of: item.rule))，\(item.keptTo)"),
            .text(tombstone.map { "\($0.filedOn)–\($0.destroyedOn)" } ?? "—"), .text(DisposalWord.electronic.text(tongue)),
            .text(item.destroyedOn == nil ? "—" : batch.reason),
            .text(item.destroyedOn == nil ? "—" : DisposalWord.erased.text(tongue)),
            .text(item.destroyedOn.map { "\($0) \(DisposalWord.thisArchive.text(tongue))" } ?? "—"), .text(remark(on: item)),
        ]
    }

    private func remark(on item: BatchItemView) -> String {
        if !item.dropped.isEmpty {
            let because = item.dropped.map { $0.text(tongue) }.joined(separator: "、")
            return "\(DisposalWord.dropped.text(tongue))：\(because)"
        }
        return item.decision == .destroy ? "" : item.decision?.text(tongue) ?? ""
    }

    private var decisions: Table {
        Table(
            title: DisposalPaper.opinion.phrase,
            columns: [
                Column(DisposalWord.order.phrase, weight: 1), Column(DisposalWord.title.phrase, weight: 6),
                Column(DisposalWord.number.phrase, weight: 3), Column(DisposalWord.period.phrase, weight: 4),
                Column(DisposalWord.decision.phrase, weight: 3), Column(DisposalWord.remark.phrase, weight: 4),
            ],
            rows: (batch.items + batch.setAside).enumerated().map { index, item in
                [
                    .number(index + 1), .text(item.title), .text(item.number ?? "—"),
                    .text("\(schedule.title(of: item.rule))，\(item.keptTo)"),
                    .text(item.decision?.text(tongue) ?? DisposalWord.setAside.text(tongue)),
                    .text(item.dropped.map { $0.text(tongue) }.joined(separator: "、")),
                ]
            })
    }

    private var digests: Table {
        Table(
            title: DisposalPaper.certificate.phrase,
            columns: [
                Column(DisposalWord.order.phrase, weight: 1), Column(DisposalWord.title.phrase, weight: 4),
                Column(DisposalWord.number.phrase, weight: 3), Column(DisposalWord.digests.phrase, weight: 9),
            ],
            rows: batch.items.filter { $0.destroyedOn != nil }.enumerated().map { index, item in
                let digests = tombstones[item.document]?.versions.flatMap(\.files).map(\.sha256.hex) ?? []
                return [
                    .number(index + 1), .text(item.title), .text(item.number ?? "—"), .text(digests.joined(separator: "\n")),
                ]
            })
    }

    // MARK: Who signed

    private var opinions: [PrintedForm.Block] {
        batch.acts.filter { $0.kind == .appraised }.map { act in
            .paragraph(heading: Phrase("\(act.name) \(act.on)", "\(act.name) \(act.on)"), act.words ?? "")
        }
    }

    private func boxes(_ kind: BatchActKind, _ role: (BatchActView) -> Phrase) -> [SignatureBox] {
        batch.acts.filter { $0.kind == kind && $0.isCurrent }.map { act in
            let posts = act.roles.map { $0.text(tongue) } + [act.department].compactMap(\.self)
            return SignatureBox(
                role: role(act), name: act.name, post: posts.joined(separator: "、"), date: CivilDate(act.on),
                signOff: SignOff(person: act.name, account: "\(act.account)", time: act.at, digest: batch.digest))
        }
    }

    private var appraisers: [SignatureBox] { boxes(.appraised) { _ in DisposalWord.appraiser.phrase } }
    private var approvers: [SignatureBox] { boxes(.approved) { _ in DisposalWord.approver.phrase } }

    /// Each post that signed, and each that the company lacks, with the reason.
    private var signers: [SignatureBox] {
        boxes(.signed) { $0.post?.phrase ?? DisposalWord.list.phrase }
            + batch.acts.filter { $0.kind == .vacant }.map { act in
                SignatureBox(
                    role: act.post?.phrase ?? DisposalWord.list.phrase,
                    post: "\(BatchActKind.vacant.text(tongue))：\(act.words ?? "")", date: CivilDate(act.on))
            } + approvers
    }

    /// Each counted before, and signs by hand afterwards.
    private var supervisors: [SignatureBox] {
        boxes(.supervised) { _ in DisposalWord.supervisor.phrase }.flatMap { box in
            let after = SignatureBox(
                role: Phrase(
                    "\(DisposalWord.supervisor.phrase.chinese)（\(DisposalWord.countAfter.phrase.chinese)）",
                    "\(DisposalWord.supervisor.phrase.english) (\(DisposalWord.countAfter.phrase.english))"), name: box.name, post: box.post
            )
            return [box, after]
        }
    }
}
