import GRDB
import Records

extension OriginalRegistered: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            """
            INSERT INTO originals (id, document, version, form, copy, copies, note, state, answerable, account, outside, place, until, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                original.compact, try projection.row(of: document), version.value, form.rawValue, copy, copies, note,
                custody.state.rawValue, custody.answerable?.compact, custody.account?.compact, custody.outside, custody.place,
                custody.until?.description, projection.date.description,
            ])
        try projection.keep(custody, of: original, after: nil)
    }
}

extension CustodyChanged: Projectable {
    func project(_ projection: Projection) throws {
        let row = try projection.row(of: original)
        try projection.run(
            """
            UPDATE originals SET state = ?, answerable = ?, account = ?, outside = ?, place = ?, until = ?, since = ? WHERE row = ?
            """,
            [
                after.state.rawValue, after.answerable?.compact, after.account?.compact, after.outside, after.place,
                after.until?.description, projection.date.description, row,
            ])
        try projection.keep(after, of: original, after: self)
    }
}

extension LoanRulesSet: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("INSERT INTO loan_rules VALUES (?, ?)", [projection.event.sequence, try Projection.canonical(rules)])
    }
}

extension LoanConsented: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO loan_consents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                try projection.row(of: original), projection.event.sequence, by.compact, roles.map(\.rawValue).joined(separator: " "),
                borrower.account?.compact, borrower.outside, until?.description, projection.date.description,
            ])
    }
}

extension StocktakeRecorded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO stocktakes VALUES (?, ?, ?, ?, ?, ?)",
            [number, projection.event.sequence, place, projection.date.description, projection.event.actor, right])
        for difference in differences {
            try projection.run(
                "INSERT INTO stocktake_differences VALUES (?, ?, ?)",
                [number, try projection.row(of: difference.original), difference.kind.rawValue])
        }
    }
}

extension Projection {
    /// Writes into an original's history what its custody is from now on.
    fileprivate func keep(_ custody: Custody, of original: OriginalID, after change: CustodyChanged?) throws {
        try run(
            "INSERT INTO custody_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                try row(of: original), event.sequence, change?.step.rawValue, date.description, event.actor, custody.state.rawValue,
                custody.answerable?.compact, custody.account?.compact, custody.outside, custody.place, change?.reason,
                change?.proof?.compact, change?.waybill,
            ])
    }
}
