import Catalogue
import Records
import Retention
import Wording

/// What a use case names must be there for its reader; what they may not see is as if it were not there.
extension Reading {
    /// - Throws: ``ArchiveError`` `.documentUnknown`, `.destroyed`
    func known(_ id: DocumentID) throws -> DocumentView {
        guard let view = try document(id) else { throw try gone(id) }
        return view
    }

    /// - Throws: ``ArchiveError`` `.documentUnknown` for the first that is not there, `.destroyed` for one that is not any more.
    func refuseUnknown(_ ids: [DocumentID]) throws {
        for id in ids where try !knows(id) { throw try gone(id) }
    }

    /// That a document was destroyed, to whoever could have seen it, or is restricted, to whoever may open it; else that there is
    /// none.
    private func gone(_ id: DocumentID) throws -> ArchiveError {
        if viewer.mayOpenRestricted, try restriction(of: id) != nil { return .restricted(id) }
        guard let tombstone = try tombstone(of: id) else { return Self.unknown(id) }
        return ArchiveError(
            .destroyed, DisposalMessage.destroyed("\(id)", on: tombstone.destroyedOn, batch: "\(tombstone.batch)"), subject: "\(id)")
    }

    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: DossierID) throws -> DossierView {
        guard let view = try dossier(id) else { throw Self.unknown(id) }
        return view
    }

    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func known(_ id: HoldID) throws -> HoldView {
        guard let view = try hold(id) else { throw Self.unknown(id) }
        return view
    }

    /// The account of this name or identifier.
    ///
    /// - Throws: ``ArchiveError`` `.accountUnknown`
    func known(account name: String) throws -> AccountView {
        guard let account = try account(named: name) else {
            throw ArchiveError(.accountUnknown, ArchiveMessage.accountUnknown(name), subject: "account")
        }
        return account
    }

    /// The scheme in force, where it has a class.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    func scheme(with code: String) throws -> Scheme {
        guard let scheme = try scheme()?.scheme, scheme[code] != nil else {
            throw ArchiveError(.recordUnknown, DealMessage.classUnknown(code), subject: code)
        }
        return scheme
    }

    /// What nobody has, or nobody who asks may know of.
    static func unknown<Kind: IdentifierKind>(_ id: Identifier<Kind>) -> ArchiveError {
        let isDocument = Kind.letter == DocumentKind.letter
        return ArchiveError(
            .unknown(kind: Kind.letter),
            isDocument ? ArchiveMessage.documentUnknown("\(id)") as any Message : DealMessage.unknown("\(id)"),
            remedy: Remedy.checkIdentifier(kind: Kind.letter), subject: "\(id)")
    }

    /// Something that is named otherwise than by an identifier, and is not there.
    static func unknown(_ subject: String, remedy: Remedy) -> ArchiveError {
        ArchiveError(.recordUnknown, DealMessage.unknown(subject), remedy: remedy, subject: subject)
    }
}
