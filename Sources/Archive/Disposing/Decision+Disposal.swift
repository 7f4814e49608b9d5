import Catalogue
import Crypto
import Records
import Retention
import Wording

/// What all steps of a disposal have in common: who acts, on which batch, and what changed about its documents meanwhile.
extension Decision {
    /// Who acts, with roles and department as they are now. The door lets only accounts come here.
    func person() throws -> DisposalPerson {
        guard case .account(let id) = actor, let account = try reading.account(id) else { throw ArchiveError.fault("nobody acts") }
        return DisposalPerson(account: id, roles: account.roles, department: account.department)
    }

    /// A batch with what stands in it.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func batch(_ id: BatchID) throws -> (batch: DisposalBatch, items: [BatchItem]) {
        guard let found = try reading.disposal(id) else { throw Reading.unknown(id) }
        return found
    }

    /// Refuses what the rules do not let its actor do.
    ///
    /// - Returns: the batch, with what stands in it.
    @discardableResult
    func refuse(_ deed: DisposalBatch.Deed, on id: BatchID) throws -> (batch: DisposalBatch, items: [BatchItem]) {
        let (found, person) = (try batch(id), try person())
        do throws(DisposalBatch.Refusal) { try found.batch.refuse(deed, by: person) } catch { throw ArchiveError(error, on: id) }
        return found
    }

    /// Takes a step where the rules let its actor, after what changed has dropped out.
    ///
    /// - Returns: the batch, with what stands in it; nil where nothing is left in it: then it is given up, with the reason of each document.
    /// - Throws: ``ArchiveError`` for whoever may not, and for what is out of order.
    func take(_ deed: DisposalBatch.Deed, on id: BatchID, seeingAll: Bool = true) throws -> (batch: DisposalBatch, items: [BatchItem])? {
        let (batch, items) = try refuse(deed, on: id)
        try refuseUnchecked()
        let withheld = items.count { !$0.isKnown }
        if seeingAll, withheld > 0 { throw ArchiveError(.notAllowed, DisposalMessage.withheld(withheld), subject: "\(id)") }
        let dropped = try dropChanged(items, of: id)
        guard dropped.count < items.count(where: { !$0.isDropped }) else {
            try giveUp(id)
            return nil
        }
        return dropped.isEmpty ? (batch, items) : try self.batch(id)
    }

    /// States that a batch of which nothing is left is given up.
    func giveUp(_ id: BatchID) throws {
        try state(BatchCancelled(batch: id, by: try person(), reason: DisposalMessage.nothingLeft.text(.chinese)))
    }

    /// Refuses a list that posts were entered in as lacking for which there is somebody by now. Judged anew, they are open again.
    func refuseHeldPosts(_ batch: DisposalBatch, on id: BatchID) throws {
        for post in batch.vacancies.sorted(by: { $0.rawValue < $1.rawValue }) where batch.isHeld(post, by: try holders(of: post)) {
            throw ArchiveError(.postHeld(post.role), on: id).saying(DisposalRemedy.judgeAnew)
        }
    }

    /// How many open accounts may sign for a post.
    func holders(of post: DisposalPost) throws -> Int { try reading.accounts().count { $0.open && $0.roles.contains(post.role) } }

    /// Lets drop out what cannot be destroyed as the list says any more.
    private func dropChanged(_ items: [BatchItem], of batch: BatchID) throws -> [SetAsideItem] {
        let dropped = try items.filter { !$0.isDropped && !$0.isDestroyed }.compactMap { item -> SetAsideItem? in
            let because = try obstacles(to: item, of: batch)
            return because.isEmpty ? nil : SetAsideItem(document: item.document, because: because)
        }
        if !dropped.isEmpty { try state(BatchItemsDropped(batch: batch, items: dropped)) }
        return dropped
    }

    /// What keeps an item from what was decided of it. What is kept longer already is not looked at again; a block is none for that.
    ///
    /// - Throws: ``ArchiveError`` `.unsettled` where a hold on words may cover a redacted copy that nobody has read yet.
    func obstacles(to item: BatchItem, of batch: BatchID) throws -> [DisposalObstacle] {
        if item.isRedaction {
            let found = try reading.obstacles(to: item.subject)
            let mayBeHeldByWords = try found == [.hold] && reading.waitsForText(item.document)
            guard try !mayBeHeldByWords || !reading.everything.holds(on: item.document, texts: .replaced).isEmpty else {
                throw ArchiveError(.unsettled, DisposalMessage.textWaits("\(item.document)"), subject: "\(batch)")
            }
            return found
        }
        guard item.decision?.isLonger == true else { return try reading.obstacles(to: item.subject) }
        guard try !reading.isExtended(item.document, by: batch) else { return [] }
        return try reading.obstacles(to: item.subject).filter { !$0.isBlock }
    }

    /// Who must sign what, as the company has set it: as for accounting records as soon as one of the rules is of those, or an accounting year
    /// is known of one of the documents, whatever its class is now (79号令 §18).
    func duties(on documents: [DocumentID], under rules: some Sequence<String>) throws -> DisposalDuties {
        let accounting = Set(
            try reading.schedule()?.rules.filter { $0.term?.start == .fact(.accountingYear) }.map(\.id) ?? [])
        let isAccounting = try rules.contains(where: accounting.contains) || reading.haveAccountingYear(documents)
        return try reading.duties(for: isAccounting ? .accounting : .others).duties
    }

    /// Who must sign what, where something of one document goes.
    func duties(on document: DocumentID) throws -> DisposalDuties {
        try duties(on: [document], under: [try reading.deciding(on: document)].compactMap(\.self))
    }

    func refuseUnchecked() throws { try reading.refuseUnchecked() }

    /// What a list comes to.
    func digest(of items: [(subject: DisposalSubject, decision: DisposalDecision?)], in batch: BatchID) -> ContentDigest {
        digest(of: DisposalText.of(batch, items))
    }

    func digest(of text: String) -> ContentDigest { ContentDigest(.sha256, bytes: SHA256.hash(data: Array(text.utf8))) }
}

extension Reading {
    /// After a restore without the control register nobody knows what was held meanwhile: nothing is destroyed then.
    func refuseUnchecked() throws {
        guard let since = try uncheckedSince() else { return }
        throw ArchiveError(.stateWrong, DisposalMessage.unchecked(since: "\(since)"), remedy: DisposalRemedy.restoreWithRegister)
    }

    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: BatchID) throws -> BatchView {
        guard let view = try batch(id) else { throw Self.unknown(id) }
        return view
    }
}

extension ArchiveError {
    /// Why the rules of disposal refuse, in what the archive says.
    fileprivate init(_ refusal: DisposalBatch.Refusal, on batch: BatchID) {
        let (code, remedy): (ErrorCode, DisposalRemedy) =
            switch refusal {
            case .notTheirs: (.notAllowed, .whoMay)
            case .samePerson, .sameDepartment: (.stateWrong, .anotherPerson)
            case .departmentUnknown: (.stateWrong, .setDepartment)
            case .outOfOrder, .doneAlready, .postHeld: (.stateWrong, .showIt)
            case .staleDigest: (.versionStale, .showIt)
            case .wrongDay: (.valueRefused, .today)
            }
        self.init(code, DisposalMessage.refused(refusal), remedy: remedy, subject: "\(batch)")
    }
}
