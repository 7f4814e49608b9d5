public import Catalogue
public import Records
import Wording

/// Says that two parties are one (合并客户): what is said of the one counts for the other from now on. It can be taken apart again.
public struct MergeParties: Change {
    public typealias Answer = PartyDetails
    public static let operation = Operation.mergeParties
    public static var sample: MergeParties { MergeParties("另一家公司", into: "\(PartyID.sample)", reason: "同一公司的简称") }

    /// Which is to be no party of its own any more: its identifier, or one of its names.
    public let party: String
    public let into: String
    public let reason: String

    public init(_ party: String, into: String, reason: String) {
        self.party = party
        self.into = into
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        let (one, other) = (try reading.itself(party: party), try reading.known(party: into))
        if let target = try reading.mergedInto(one) {
            throw ArchiveError(
                .stateWrong, PartyMessage.mergedAlready(try reading.name(of: one), into: try reading.name(of: target)), subject: "party")
        }
        guard one != other else {
            throw ArchiveError(.valueRefused, PartyMessage.mergedWithItself(try reading.name(of: one)), subject: "into")
        }
        try decision.state(PartyMerged(party: one, into: other, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PartyDetails {
        try reading.details(of: try events.the(PartyMerged.self).into)
    }
}

/// Makes a party that was merged into another one of its own again (拆开客户), with what was said of it by its own name.
public struct PartParties: Change {
    public typealias Answer = PartyDetails
    public static let operation = Operation.mergeParties
    public static var sample: PartParties { PartParties("另一家公司", reason: "误合并") }

    /// Which was merged: its identifier, or the name it went by.
    public let party: String
    public let reason: String

    public init(_ party: String, reason: String) {
        self.party = party
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        let party = try reading.itself(party: party)
        guard let from = try reading.mergedInto(party) else {
            throw ArchiveError(.stateWrong, PartyMessage.notMerged(try reading.name(of: party)), subject: "party")
        }
        try decision.state(PartyParted(party: party, from: from, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> PartyDetails {
        try reading.details(of: try events.the(PartyParted.self).party)
    }
}

extension Reading {
    /// The party that words mean, merged or not.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown` where the reader may know of none.
    fileprivate func itself(party words: String) throws -> PartyID {
        let known = try known(party: words)
        guard let itself = try (try? PartyID(matchingKey(words))) ?? partyItself(named: words), try root(of: itself) == known else {
            return known
        }
        return itself
    }

    fileprivate func name(of party: PartyID) throws -> String { try self.party(party)?.name ?? "\(party)" }
}
