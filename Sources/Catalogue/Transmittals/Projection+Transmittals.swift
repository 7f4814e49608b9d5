import GRDB
import Records

extension TransmittalSent: Projectable {
    func project(_ projection: Projection) throws {
        try projection.begin(transmittal, .out, .sent, named: to, party, carriage, until: until)
        try projection.add(items, to: transmittal)
    }
}

extension TransmittalReceived: Projectable {
    func project(_ projection: Projection) throws {
        try projection.begin(transmittal, .in, .received, named: from, party, carriage, until: nil)
        try projection.add(items, to: transmittal)
    }
}

extension TransmittalSettled: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE transmittals SET state = ?, settled_on = ?, signer = ?, proof = ?, reason = ? WHERE row = ?",
            [outcome.state.rawValue, on.description, signer, proof?.compact, reason, try projection.row(of: transmittal)])
    }
}

extension TransmittalCarriageSet: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE transmittals SET carrier = ?, waybill = ?, note = ? WHERE row = ?",
            [carriage.carrier?.rawValue, carriage.waybill?.number, carriage.note, try projection.row(of: transmittal)])
    }
}

extension Projection {
    fileprivate func begin(
        _ id: TransmittalID, _ direction: TransmittalDirection, _ state: TransmittalState, named name: String, _ party: PartyID?,
        _ carriage: Carriage, until: CivilDate?
    ) throws {
        try run(
            """
            INSERT INTO transmittals (id, sequence, direction, state, name, party, carrier, waybill, note, until, made_on, made_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.compact, event.sequence, direction.rawValue, state.rawValue, name, try party.map { try row(of: $0) },
                carriage.carrier?.rawValue,
                carriage.waybill?.number, carriage.note, until?.description, date.description, event.actor,
            ])
    }

    fileprivate func add(_ items: [TransmittedItem], to transmittal: TransmittalID) throws {
        let transmittal = try row(of: transmittal)
        for (position, item) in items.enumerated() {
            try run(
                "INSERT INTO transmittal_items VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    transmittal, position, try row(of: item.document), item.version.value, item.form.rawValue, item.original?.compact,
                    item.copies,
                ])
        }
    }
}
