public import Catalogue
public import Records
import Retention
import Wording

/// Says what became of papers that were sent: signed for, with the receipt; come back; or lost. What is signed for and was to stay is
/// released.
public struct SettleTransmittal: Change {
    public typealias Answer = TransmittalView
    public static let operation = Operation.keepTransmittal
    public static var sample: SettleTransmittal { SettleTransmittal(.sample, .signed, signer: "林工", proof: .other) }

    public let transmittal: TransmittalID
    public let outcome: TransmittalSettled.Outcome
    /// When; today without it.
    public let on: CivilDate?
    /// Who signed for it, as they are called.
    public let signer: String?
    /// The receipt (签收单), a filed document: needed where an original stays with them.
    public let proof: DocumentID?
    /// Why it came back, or what is known of the loss.
    public let reason: String?

    public init(
        _ transmittal: TransmittalID, _ outcome: TransmittalSettled.Outcome, on day: CivilDate? = nil, signer: String? = nil,
        proof: DocumentID? = nil, reason: String? = nil
    ) {
        self.transmittal = transmittal
        self.outcome = outcome
        on = day
        self.signer = signer
        self.proof = proof
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (signer, reason) = (try signer.map { try Words.text($0, "signer") }, try reason.map { try Words.reason($0) })
        let view = try decision.reading.known(transmittal)
        try refuseSettled(view.line)
        let day = try day(of: view.line, on: decision.today)
        if let proof {
            try decision.standing(proof)
            guard !view.items.contains(where: { $0.document == proof }) else {
                throw ArchiveError(.valueRefused, OriginalMessage.proofItself, subject: "proof")
            }
        }
        switch outcome {
        case .signed where signer == nil: throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: "signer"), subject: "signer")
        case .returned, .lost:
            guard reason != nil else { throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: "reason"), subject: "reason") }
        case .signed: break
        }
        try refuseContradicted(view, reason, decision.reading)
        try decision.state(
            TransmittalSettled(transmittal: transmittal, outcome: outcome, on: day, signer: signer, proof: proof, reason: reason))
        for item in view.items {
            guard let original = item.original, let custody = try decision.reading.custody(of: original),
                [.sent, .sentToStay].contains(custody.state), custody.outside == view.line.name
            else { continue }
            try settle(original, custody, reason, to: view.line.name, decision)
        }
    }

    private func refuseSettled(_ line: TransmittalLine) throws(ArchiveError) {
        guard line.state == .sent else {
            throw ArchiveError(.stateWrong, TransmittalMessage.settledBefore("\(transmittal)", line.state), subject: "\(transmittal)")
        }
    }

    /// What became of the whole is not said against what is known of an original in it: what was released did not come back; and that something was
    /// signed for which is with us again, needs a word.
    private func refuseContradicted(_ view: TransmittalView, _ reason: String?, _ reading: Reading) throws {
        for original in view.items.compactMap(\.original) {
            guard let custody = try reading.custody(of: original) else { continue }
            let isOut = [.sent, .sentToStay].contains(custody.state) && custody.outside == view.line.name
            let agrees = isOut || (outcome == .signed ? custody.state == .released || reason != nil : custody.state != .released)
            guard agrees else {
                throw ArchiveError(
                    .stateWrong, TransmittalMessage.contradicted("\(original)", custody.state), remedy: TransmittalRemedy.sayWhy,
                    subject: "\(original)")
            }
        }
    }

    private func day(of line: TransmittalLine, on today: CivilDate) throws(ArchiveError) -> CivilDate {
        let day = on ?? today
        guard day <= today, CivilDate(line.on).map({ day >= $0 }) ?? true else {
            throw ArchiveError(.valueRefused, TransmittalMessage.dayOutside(day.description, sent: line.on), subject: "on")
        }
        return day
    }

    private func settle(_ original: OriginalID, _ custody: Custody, _ reason: String?, to name: String, _ decision: Decision) throws {
        switch outcome {
        case .signed:
            // What is to come back is still ours.
            guard custody.state == .sentToStay else { return }
            guard let proof else { throw ArchiveError(.valueRefused, TransmittalMessage.proofNeeded("\(original)"), subject: "proof") }
            try decision.release(original, to: name, proof: proof)
        case .returned: try decision.change(original, .return, reason: reason)
        case .lost: try decision.change(original, .miss, reason: reason)
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> TransmittalView {
        try reading.known(try events.the(TransmittalSettled.self).transmittal)
    }
}

/// Enters by whom and under which number papers travel, once that is known, or was written wrongly.
public struct SetCarriage: Change {
    public typealias Answer = TransmittalView
    public static let operation = Operation.keepTransmittal
    public static var sample: SetCarriage { SetCarriage(of: .sample, waybill: "YT1234567890123") }

    public let transmittal: TransmittalID
    /// The carrier's number (运单号); as it was without it.
    public let waybill: String?
    /// The one that a new waybill tells without it.
    public let carrier: Carrier?
    /// As it was without it.
    public let note: String?

    public init(of transmittal: TransmittalID, waybill: String? = nil, by carrier: Carrier? = nil, note: String? = nil) {
        self.transmittal = transmittal
        self.waybill = waybill
        self.carrier = carrier
        self.note = note
    }

    public func decide(_ decision: Decision) throws {
        let said = try Carriage(waybill: waybill, carrier: carrier, note: note)
        let before = try decision.reading.known(transmittal).line.carriage
        let carriage = Carriage(
            carrier: said.carrier ?? (said.waybill == nil ? before.carrier : nil), waybill: said.waybill ?? before.waybill,
            note: said.note ?? before.note)
        try carriage.refuseOtherCarrier()
        guard carriage != before else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "\(transmittal)") }
        try decision.state(TransmittalCarriageSet(transmittal: transmittal, carriage: carriage, before: before))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> TransmittalView {
        try reading.known(try events.the(TransmittalCarriageSet.self).transmittal)
    }
}
