import Catalogue
import Exchange
import FileStore
public import Records
import Retention
import Wording

extension LocalArchive {
    /// Files list (销毁清册), opinion (鉴定意见书) and certificate (销毁证明) of a batch that was carried out, for ever and all together (R-44).
    ///
    /// - Parameter recordClass: where they go; without it, the class of the scheme that is kept for disposal records.
    /// - Throws: ``ArchiveError`` `.stateWrong` before the batch is at its end, and when it is certified already.
    public func certify(_ batch: BatchID, in recordClass: String?, by actor: Actor) async throws(ArchiveError) -> BatchView {
        try await recordingRefusals(of: .certifyDisposal, to: actor) { () async throws(ArchiveError) in
            guard let zone = CivilZone(name: place.identity.zone) else { throw ArchiveError.fault("the zone of the archive") }
            let papers = try await read(as: actor, for: .certifyDisposal) { try DisposalPapers(of: batch, in: recordClass, zone, $0) }
            let filings = try await blocking.run { () throws(ArchiveError) in try papers.filings() }
            let change = try translating { try place.staging.begin() }
            var applied = true
            defer { cleanUp(change, applied: applied) }
            var staged: [StagedFiling] = []
            for filing in filings { staged.append(try await stage(filing, actor, change, .now)) }
            let outcome = try await commit(
                .certifyDisposal, as: actor, request: nil,
                decide: { [staged] decision in
                    try decision.refuse(.certify, on: batch)
                    for filing in staged { try filing.decide(decision) }
                    try decision.destroyPaper(of: batch)
                    try decision.state(
                        BatchCertified(
                            batch: batch, by: try decision.person(), list: staged[0].document, opinion: staged[1].document,
                            certificate: staged[2].document))
                }, answer: { _, reading in try reading.known(batch) })
            applied = outcome.applied
            return outcome.answer
        }
    }
}

extension Decision {
    /// Originals that went with the documents are destroyed. Where some are paper, each supervisor who is still there must have counted them first,
    /// and one at least (R-45).
    fileprivate func destroyPaper(of batch: BatchID) throws {
        let paper = try reading.originals(destroyedWith: batch, .paper)
        if try reading.isPaper(destroyedWith: batch) {
            let acts = try reading.known(batch).acts
            let counted = Set(acts.filter { $0.kind == .confirmed }.map(\.account))
            let supervisors = try acts.filter { $0.kind == .supervised && $0.isCurrent }.map(\.account).filter { account in
                try Rights(reading.account(account)).allow(.superviseDisposal)
            }
            guard !counted.isEmpty, counted.isSuperset(of: supervisors) else {
                throw ArchiveError(
                    .stateWrong, DisposalMessage.paperUncounted(paper.count), remedy: DisposalRemedy.showIt, subject: "\(batch)")
            }
        }
        for original in try paper + reading.originals(destroyedWith: batch, .electronic) {
            guard let before = try reading.custody(of: original) else { throw Reading.unknown(original) }
            try state(CustodyChanged(original: original, step: .destroy, before: before, after: Custody(.destroyed, answerable: nil)))
        }
    }
}

/// The papers of a batch, and how they are filed.
struct DisposalPapers {
    private let form: DisposalForm
    private let recordClass: String
    private let confidentiality: Confidentiality

    /// Which rule of the schedule says that something is kept as a record of disposals.
    private static let ownRule = "XS-XH-XH"

    /// - Throws: ``ArchiveError`` `.recordUnknown`, `.stateWrong`, and `.valueRefused` where no class is kept for them.
    init(of batch: BatchID, in recordClass: String?, _ zone: CivilZone, _ reading: Reading) throws {
        let view = try reading.known(batch)
        guard view.state == .executed else {
            throw ArchiveError(
                .stateWrong, DisposalMessage.refused(.outOfOrder(.certify, view.state)), remedy: DisposalRemedy.showIt, subject: "\(batch)")
        }
        let tombstones = try view.items.compactMap { try reading.tombstone(of: $0.document) }
        let living = try (view.items + view.setAside).compactMap { try reading.everything.document($0.document) }
        let form = DisposalForm(
            view, try Self.origins(of: view, tombstones, living, reading), scheme: try ShowScheme().answer(reading),
            schedule: try ShowSchedule().answer(reading), made: reading.now, in: zone)
        let others = try view.items.flatMap { try reading.everything.holders(of: form.digests(of: $0)) }
        self.form = form
        confidentiality = try Self.tellsSecrets(tombstones, living + others, reading) ? .secret : .internal
        let scheme = try reading.scheme()?.scheme
        guard let code = recordClass ?? scheme?.classes.first(where: { scheme?.rules(of: $0.code).contains(Self.ownRule) == true })?.code
        else { throw ArchiveError(.valueRefused, DisposalMessage.classNeeded, subject: "class") }
        self.recordClass = code
    }

    /// What is known of each document that stood in the list, by what stays of it, or by what there is.
    private static func origins(
        of batch: BatchView, _ tombstones: [TombstoneView], _ living: [DocumentView], _ reading: Reading
    ) throws -> [DocumentID: DisposalForm.Origin] {
        var origins = Dictionary(living.map { ($0.id, DisposalForm.Origin($0)) }, uniquingKeysWith: { first, _ in first })
        for tombstone in tombstones {
            var origin = DisposalForm.Origin(tombstone)
            origin.handedOut = try reading.handedOut(of: tombstone.document)
            origins[tombstone.document] = origin
        }
        for item in batch.items {
            guard let redaction = item.redaction else { continue }
            origins[item.document]?.digests = [redaction.content?.sha256.hex].compactMap(\.self)
            origins[item.document]?.handedOut = try reading.handedOut(of: item.document)
        }
        for item in batch.items where item.destroyedOn != nil {
            let digests = origins[item.document]?.digests ?? []
            origins[item.document]?.elsewhere = try reading.everything.holders(of: digests).map {
                "\($0.number ?? "\($0.id)") \($0.title)"
            }
        }
        return origins
    }

    /// Whether anything that the papers name is 秘密, restricted or of a class that not everybody may read, destroyed or not: then they are seen only
    /// by those who may see such (R-50).
    private static func tellsSecrets(_ tombstones: [TombstoneView], _ living: [DocumentView], _ reading: Reading) throws -> Bool {
        let scheme = try reading.scheme()?.scheme
        let classes = tombstones.compactMap(\.recordClass) + living.compactMap(\.class)
        return try tombstones.contains { $0.confidentiality == .secret } || classes.contains { scheme?.readers(of: $0) != nil }
            || living.contains { try $0.confidentiality == .secret || reading.everything.restriction(of: $0.id) != nil }
    }

    /// List, opinion and certificate, in this order; the list as a table too.
    func filings() throws(ArchiveError) -> [Filing] {
        do throws(ExchangeError) {
            return [
                filing(.list, [("pdf", try form.pdf(.list)), ("xlsx", try form.xlsx()), ("csv", form.csv())]),
                filing(.opinion, [("pdf", try form.pdf(.opinion))]), filing(.certificate, [("pdf", try form.pdf(.certificate))]),
            ]
        } catch { throw ArchiveError(.outputFailed, error.message, remedy: error.message.usualRemedy) }
    }

    private func filing(_ paper: DisposalPaper, _ files: [(ending: String, bytes: [UInt8])]) -> Filing {
        let name = "\(paper.phrase.chinese)-\(form.batch.id)"
        var words = MetadataWords()
        words.type = "report"
        words.title = "\(paper.phrase.chinese) \(form.batch.id)"
        words.class = recordClass
        words.confidentiality = confidentiality.rawValue
        let incoming = files.enumerated().map { index, file in
            IncomingFile(
                name: try? FileName("\(name).\(file.ending)"), role: index == 0 ? .main : .attachment,
                source: .stream(Self.once(file.bytes)))
        }
        return Filing(files: incoming, words: words, kind: .signed)
    }

    /// Gives some bytes as one block.
    private static func once(_ bytes: [UInt8]) -> @Sendable () async throws -> [UInt8]? {
        let left = OneBlock(bytes)
        return { left.take() }
    }
}

extension DisposalForm.Origin {
    fileprivate init(_ tombstone: TombstoneView) {
        self.init(
            span: RecordSpan(signed: tombstone.signed, expiry: tombstone.expiry, filedOn: tombstone.filedOn),
            digests: tombstone.versions.flatMap(\.files).map(\.sha256.hex))
    }

    fileprivate init(_ document: DocumentView) {
        self.init(
            span: RecordSpan(of: document),
            digests: document.versions.flatMap(\.files).map(\.record.sha256.hex))
    }
}
