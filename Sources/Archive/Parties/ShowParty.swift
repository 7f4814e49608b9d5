public import Catalogue
public import Records

/// Everything of a party at one place: names, codes, contacts, sites, dossiers, documents, open matters, where the originals are, packs, and which
/// other party may be the same.
public struct ShowParty: Question {
    public typealias Answer = PartyDetails
    public static let operation = Operation.readParties
    public static var sample: ShowParty { ShowParty("\(PartyID.sample)") }

    /// Its identifier, or one of its names.
    public let party: String

    public init(_ party: String) { self.party = party }

    public func answer(_ reading: Reading) throws -> PartyDetails { try reading.details(of: try reading.known(party: party)) }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func details(of party: PartyID) throws -> PartyDetails {
        guard let record = try record(of: party) else { throw Self.unknown(party) }
        var ofParty = OriginalFilter()
        ofParty.party = party
        var packs = PackFilter()
        packs.party = party
        return PartyDetails(
            id: party, record: record, sites: try sites(of: party), dossiers: try dossiers(of: party), matters: try matters(of: party),
            originals: try originals(ofParty), packs: try self.packs(packs),
            counts: try documentCounts(of: party), documents: try documents(of: party, limit: PartyDetails.mostDocuments),
            mayBeSame: try partiesLike(party), merged: try merged(into: party))
    }
}
