import GRDB
import Records

extension BatchProposed: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            """
            INSERT INTO batches (id, proposed_on, until, class, reason, duties, set_aside, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                batch.compact, projection.date.description, until.description, recordClass, reason, try Projection.canonical(duties),
                try Projection.canonical(setAside), digest.hex,
            ])
        let row = projection.db.lastInsertedRowID
        for (position, item) in items.enumerated() {
            try projection.run(
                "INSERT INTO batch_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL)",
                [
                    row, position, try projection.row(of: item.document), item.keptTo.description, item.due.description, item.rule,
                    item.inventory.hex, item.description.hex,
                ])
        }
        try projection.act(.proposed, on: batch, by: by, digest: digest, words: reason)
    }
}

extension BatchAppraised: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: batch)
        for judged in decisions {
            try projection.run(
                "UPDATE batch_items SET decision = ? WHERE batch = ? AND document = ?",
                [judged.decision.written, row, try projection.row(of: judged.document)])
        }
        try projection.run("UPDATE batches SET digest = ? WHERE row = ?", [digest.hex, row])
        try projection.act(.appraised, on: batch, by: by, digest: decided, words: opinion, judged: decisions)
    }
}

extension BatchPostVacant: Projectable {
    func project(_ projection: Projection) throws {
        try projection.act(.vacant, on: batch, by: by, post: post, words: reason)
    }
}

extension BatchSigned: Projectable {
    func project(_ projection: Projection) throws {
        try projection.act(.signed, on: batch, by: by, post: post, digest: digest)
    }
}

extension BatchApproved: Projectable {
    func project(_ projection: Projection) throws {
        try projection.act(.approved, on: batch, by: by, digest: digest, delegation: delegation)
    }
}

extension BatchSupervised: Projectable {
    func project(_ projection: Projection) throws { try projection.act(.supervised, on: batch, by: by, digest: digest, counted: count) }
}

extension BatchConfirmed: Projectable {
    func project(_ projection: Projection) throws { try projection.act(.confirmed, on: batch, by: by, digest: digest, counted: paper) }
}

extension BatchItemsDropped: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: batch)
        for item in items {
            try projection.run(
                "UPDATE batch_items SET dropped = ? WHERE batch = ? AND document = ?",
                [item.because.map(\.rawValue).joined(separator: " "), row, try projection.row(of: item.document)])
        }
    }
}

extension BatchExecuted: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE batches SET executed_on = ? WHERE id = ?", [projection.date.description, batch.compact])
    }
}

extension BatchCertified: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE batches SET list = ?, opinion = ?, certificate = ? WHERE id = ?",
            [list.compact, opinion.compact, certificate.compact, batch.compact])
    }
}

extension BatchCancelled: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE batches SET cancelled_reason = ? WHERE id = ?", [reason, batch.compact])
    }
}

extension DisposalDelegated: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO delegations (number, account, until, document, reason, given_on, given_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                delegation, account.compact, until.description, document?.compact, reason, projection.date.description,
                projection.event.actor,
            ])
    }
}

extension DelegationEnded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE delegations SET ended_on = ?, ended_reason = ? WHERE number = ?", [projection.date.description, reason, delegation])
    }
}

extension DisposalDutiesSet: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT OR REPLACE INTO disposal_duties VALUES (?, ?, ?, ?)",
            [records.rawValue, try Projection.canonical(duties), reason, projection.date.description])
    }
}

extension RetentionExtended: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: document)
        try projection.run(
            "INSERT OR REPLACE INTO extensions VALUES (?, ?, ?, ?)", [row, batch.compact, from.description, years])
        try Projection.reckon(DueDependents.ofDocument(row, in: projection.db), in: projection.db)
    }
}

extension BatchKind: RowKind { static var table: String { "batches" } }

extension Projection {
    func act(
        _ kind: BatchActKind, on batch: BatchID, by person: DisposalPerson, post: DisposalPost? = nil, digest: ContentDigest? = nil,
        words: String? = nil, delegation: Int? = nil, counted: Int? = nil, judged: [DisposalAppraisal]? = nil
    ) throws {
        try run(
            "INSERT INTO batch_acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                try row(of: batch), event.sequence, kind.rawValue, person.account.compact,
                person.roles.map(\.rawValue).joined(separator: " "), person.department, post?.rawValue, digest?.hex, words,
                delegation, counted, date.description, event.at.milliseconds, try judged.map { try Projection.canonical($0) },
            ])
    }
}
