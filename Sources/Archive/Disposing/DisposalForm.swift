import Catalogue
import Exchange
import Records
import Wording

/// The papers of a batch (R-44), made of what the archive knows of it: the same each time.
struct DisposalForm {
    /// What the papers say of a document besides what stands in the list, destroyed or not.
    struct Origin {
        /// What it is about by the calendar, and from when on it was kept.
        let span: RecordSpan
        /// SHA-256 of each of its files, in hexadecimal digits.
        var digests: [String]
        /// What left the archive, as far as it is recorded.
        var handedOut: [HandedOut] = []
        /// Living documents that have the same content (R-45): number or identifier, and title.
        var elsewhere: [String] = []
    }

    let batch: BatchView
    private let origins: [DocumentID: Origin]
    private let zone: CivilZone
    private let scheme: ShowScheme.Version
    private let schedule: ShowSchedule.Version
    private let made: Timestamp
    /// The first user's; the papers of a Chinese company are Chinese.
    private let tongue = Tongue.chinese

    init(
        _ batch: BatchView, _ origins: [DocumentID: Origin], scheme: ShowScheme.Version, schedule: ShowSchedule.Version, made: Timestamp,
        in zone: CivilZone
    ) {
        (self.batch, self.origins, self.zone) = (batch, origins, zone)
        (self.scheme, self.schedule, self.made) = (scheme, schedule, made)
    }

    func pdf(_ paper: DisposalPaper) throws(ExchangeError) -> [UInt8] { try form(paper).pdf(tongue) }
    func xlsx() throws(ExchangeError) -> [UInt8] { try wholeTable.xlsx(tongue, created: made) }
    func csv() -> [UInt8] { wholeTable.csv(tongue) }

    private func form(_ paper: DisposalPaper) -> PrintedForm {
        PrintedForm(
            orientation: paper == .list ? .landscape : .portrait, title: paper.phrase, subtitle: "\(batch.id)",
            footer: "\(batch.id)\n\(batch.digest)", created: made, blocks: blocks(of: paper))
    }

    private func blocks(of paper: DisposalPaper) -> [PrintedForm.Block] {
        switch paper {
        case .list: [.facts(facts)] + lost + [.table(table), .table(digests(of: batch.items)), .signatures(signers + supervisors)]
        case .opinion: [.facts(facts)] + opinions + [.table(decisions), .signatures(appraisers + approvers)]
        case .certificate:
            [
                .facts(facts + [fact(.executed, batch.executedOn ?? ""), fact(.count, "\(destroyed.count)")]),
                .paragraph(heading: nil, DisposalWord.claims.text(tongue)),
            ] + redacted + lost + [.table(digests(of: destroyed))] + outside + elsewhere + [.signatures(approvers + supervisors)]
        }
    }

    /// What of a document is gone, where the document itself stays.
    private var redacted: [PrintedForm.Block] {
        destroyed.compactMap { item in
            item.redaction.map {
                .paragraph(
                    heading: Phrase(item.title, item.title),
                    DisposalPageMessage.redaction($0).text(tongue) + DisposalWord.documentStays.text(tongue))
            }
        }
    }

    private var destroyed: [BatchItemView] { batch.items.filter { $0.destroyedOn != nil } }

    /// Who got something of what is destroyed (R-45); nothing where that is recorded of none.
    private var outside: [PrintedForm.Block] {
        let rows = destroyed.flatMap { item in
            (origins[item.document]?.handedOut ?? []).map { out in
                [
                    Cell.text(item.title), .text(item.number ?? "—"), .text(out.at.text(offset: zone.offset(at: out.at))), .text(out.name),
                    .text(EventRegistry.kind(out.type)?.title.text(tongue) ?? out.type),
                ]
            }
        }
        let columns: [(DisposalWord, Int)] = [(.title, 4), (.number, 3), (.handedOutAt, 3), (.recipient, 2), (.handedOut, 3)]
        return Self.table(.handedOut, columns, rows)
    }

    /// Which other documents have the same bytes as what is destroyed (R-45); nothing where none has.
    private var elsewhere: [PrintedForm.Block] {
        let rows = destroyed.flatMap { item in
            (origins[item.document]?.elsewhere ?? []).map { [Cell.text(item.title), .text(item.number ?? "—"), .text($0)] }
        }
        return Self.table(.elsewhere, [(.title, 4), (.number, 3), (.elsewhere, 6)], rows)
    }

    private static func table(_ title: DisposalWord, _ columns: [(DisposalWord, Int)], _ rows: [[Cell]]) -> [PrintedForm.Block] {
        rows.isEmpty ? [] : [.table(Table(title: title.phrase, columns: columns.map { Column($0.0.phrase, weight: $0.1) }, rows: rows))]
    }

    /// Said where something was destroyed by the control register, and who let it be destroyed is not known here (R-56).
    private var lost: [PrintedForm.Block] {
        let isLost = !destroyed.isEmpty && (approvers.isEmpty || supervisors.isEmpty)
        return isLost ? [.paragraph(heading: nil, DisposalWord.actsLost.text(tongue))] : []
    }

    private func fact(_ word: DisposalWord, _ value: String) -> PrintedForm.Fact { PrintedForm.Fact(word.phrase, value) }

    private var facts: [PrintedForm.Fact] {
        let drawnUp = [
            fact(.until, batch.by), fact(.recordClass, batch.recordClass.map { "\(scheme.name(of: $0).text(tongue))（\($0)）" } ?? "—"),
        ]
        // A redaction is not drawn up from what is due.
        let isRedaction = batch.items.contains { $0.redaction != nil }
        return [fact(.batch, "\(batch.id)"), fact(.proposed, "\(batch.proposedOn) \(batch.acts.first?.name ?? "")")]
            + (isRedaction ? [] : drawnUp) + [fact(.reason, batch.reason), fact(.list, "\(batch.digest)")]
    }

    // MARK: Tables

    private static let columns: [(DisposalWord, Int)] = [
        (.order, 2), (.title, 8), (.number, 5), (.volume, 2), (.volumes, 2), (.pieces, 2), (.pages, 2), (.years, 4), (.archiveNumber, 3),
        (.period, 5), (.kept, 4), (.medium, 2), (.reason, 4), (.way, 4), (.dayAndPlace, 5), (.remark, 4),
    ]

    /// The list by R-44. What an electronic record does not have is a dash.
    private var table: Table {
        Table(
            title: DisposalPaper.list.phrase, columns: Self.columns.map { Column($0.0.phrase, weight: $0.1) },
            rows: batch.items.enumerated().map { cells(of: $1, $0 + 1) }, totals: totals)
    }

    /// The same with rule, authority and digests in its rows, as a program reads it.
    private var wholeTable: Table {
        Table(
            title: DisposalPaper.list.phrase,
            columns: (Self.columns + [(.authority, 6), (.digests, 9)]).map { Column($0.0.phrase, weight: $0.1) },
            rows: batch.items.enumerated().map {
                cells(of: $1, $0 + 1) + [.text(authority(of: $1)), .text(digests(of: $1).joined(separator: "\n"))]
            },
            totals: totals + [.empty, .empty])
    }

    /// How many documents are destroyed, below their count.
    private var totals: [Cell] {
        Self.columns.map { word, _ in
            switch word {
            case .title: .text(DisposalWord.sum.text(tongue))
            case .pieces: .number(destroyed.count)
            default: .empty
            }
        }
    }

    private func cells(of item: BatchItemView, _ order: Int) -> [Cell] {
        let origin = origins[item.document]
        let none = Cell.text("—")
        return [
            .number(order), .text(item.title), .text(item.number ?? "—"), none, none, .number(1), none, .text(origin?.span.years ?? "—"),
            none,
            .text(period(of: item)), .text(kept(item, since: origin?.span.begun)), .text(DisposalWord.electronic.text(tongue)),
            .text(item.destroyedOn == nil ? "—" : batch.reason),
            .text(item.destroyedOn == nil ? "—" : (item.redaction == nil ? DisposalWord.erased : .redacted).text(tongue)),
            .text(item.destroyedOn.map { "\($0)\n\(DisposalWord.thisArchive.text(tongue))" } ?? "—"), .text(remark(on: item)),
        ]
    }

    /// `保管 10 年，2020-12-31`: how long by its rule, and until when.
    private func period(of item: BatchItemView) -> String {
        if item.redaction != nil { return "—" }
        return [rule(of: item)?.periodPhrase?.text(tongue), item.keptTo].compactMap(\.self).joined(separator: "，")
    }

    /// Full years from the day on which it began until it was destroyed, or until now.
    private func kept(_ item: BatchItemView, since begun: CivilDate?) -> String {
        guard let begun else { return "—" }
        let end = item.destroyedOn.flatMap { CivilDate($0) } ?? zone.date(of: made)
        return "\(begun.fullYears(until: end)) \(DisposalWord.yearsKept.text(tongue))"
    }

    /// Nil for what a disposal kept longer: then the batch is its rule.
    private func rule(of item: BatchItemView) -> RuleDefinition? { schedule.rules.first { $0.id == item.rule } }

    private func authority(of item: BatchItemView) -> String {
        if item.redaction != nil { return DisposalWord.redactionRule.text(tongue) }
        guard let rule = rule(of: item) else { return item.rule }
        return "\(rule.id) \(rule.title)，\(rule.authority)"
    }

    /// SHA-256 of the contents that the list is about, in hexadecimal digits.
    func digests(of item: BatchItemView) -> [String] { origins[item.document]?.digests ?? [] }

    private func remark(on item: BatchItemView) -> String {
        if !item.dropped.isEmpty { return "\(DisposalWord.dropped.text(tongue))：\(because(item))" }
        if let redaction = item.redaction { return DisposalPageMessage.redaction(redaction).text(tongue) }
        return item.decision == .destroy ? "" : item.decision?.text(tongue) ?? ""
    }

    /// Why something is not destroyed. These papers are read by many who may not know what blocks (R-41).
    private func because(_ item: BatchItemView) -> String {
        item.dropped.hiding(\.isBlock).map { $0.text(tongue) }.joined(separator: "、")
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
                    .text(period(of: item)), .text(item.decision?.text(tongue) ?? DisposalWord.setAside.text(tongue)),
                    .text(because(item)),
                ]
            })
    }

    private func digests(of items: [BatchItemView]) -> Table {
        Table(
            title: DisposalWord.digests.phrase,
            columns: [
                Column(DisposalWord.order.phrase, weight: 1), Column(DisposalWord.title.phrase, weight: 4),
                Column(DisposalWord.number.phrase, weight: 3), Column(DisposalWord.authority.phrase, weight: 5),
                Column(DisposalWord.digests.phrase, weight: 9),
            ],
            rows: items.enumerated().map { index, item in
                [
                    .number(index + 1), .text(item.title), .text(item.number ?? "—"), .text(authority(of: item)),
                    .text(digests(of: item).joined(separator: "\n")),
                ]
            })
    }

    // MARK: Who signed

    private var opinions: [PrintedForm.Block] {
        batch.acts.filter { $0.kind == .appraised }.map { act in
            let words = act.isCurrent ? "" : "（\(DisposalWord.superseded.text(tongue))）"
            return .paragraph(heading: Phrase("\(act.name) \(act.on)\(words)", "\(act.name) \(act.on)\(words)"), act.words ?? "")
        }
    }

    private func boxes(_ kind: BatchActKind, _ role: (BatchActView) -> Phrase) -> [SignatureBox] {
        batch.acts.filter { $0.kind == kind && $0.isCurrent }.map { act in
            let posts = act.roles.map { $0.text(tongue) } + [act.department].compactMap(\.self)
            return SignatureBox(
                role: role(act), name: act.name, post: posts.joined(separator: "、"), date: CivilDate(act.on),
                signOff: SignOff(
                    person: act.name, account: "\(act.account)", time: act.at, offset: zone.offset(at: act.at),
                    digest: act.digest ?? batch.digest))
        }
    }

    private var appraisers: [SignatureBox] { boxes(.appraised) { _ in DisposalWord.appraiser.phrase } }

    /// Whoever approved as a delegate, with the name of the head in whose stead it was.
    private var approvers: [SignatureBox] {
        boxes(.approved) { act in DisposalWord.approver.with(act.delegator.map { [(.inTheStead, $0)] } ?? []) }
    }

    /// Each post that signed, and each that the company lacks, with the reason.
    private var signers: [SignatureBox] {
        boxes(.signed) { $0.post?.phrase ?? DisposalWord.list.phrase }
            + batch.acts.filter { $0.kind == .vacant && $0.isCurrent }.map { act in
                SignatureBox(
                    role: act.post?.phrase ?? DisposalWord.list.phrase,
                    post: "\(BatchActKind.vacant.text(tongue))：\(act.words ?? "")（\(act.name)）", date: CivilDate(act.on))
            } + approvers
    }

    /// Supervisors who confirmed afterwards, with the paper that was destroyed.
    private var confirmations: [SignatureBox] {
        boxes(.confirmed) { act in
            DisposalWord.supervisor.with([(.countAfter, nil)] + (act.counted.map { [(.paperDestroyed, "\($0)")] } ?? []))
        }
    }

    /// Each counted before, and confirms afterwards, by hand where they did not do it here.
    private var supervisors: [SignatureBox] {
        boxes(.supervised) { act in DisposalWord.supervisor.with(act.counted.map { [(.counted, "\($0)")] } ?? []) }.flatMap { box in
            let after = confirmations.first { $0.name == box.name }
            return [box, after ?? SignatureBox(role: DisposalWord.supervisor.with([(.countAfter, nil)]), name: box.name, post: box.post)]
        }
    }
}

extension DisposalWord {
    /// `监销人（销毁前清点件数 12）`: with something more in brackets.
    fileprivate func with(_ more: [(word: DisposalWord, value: String?)]) -> Phrase {
        guard !more.isEmpty else { return phrase }
        func said(_ tongue: Tongue) -> String {
            more.map { [$0.word.text(tongue), $0.value].compactMap(\.self).joined(separator: " ") }
                .joined(separator: tongue == .chinese ? "，" : ", ")
        }
        return Phrase("\(phrase.chinese)（\(said(.chinese))）", "\(phrase.english) (\(said(.english)))")
    }
}
