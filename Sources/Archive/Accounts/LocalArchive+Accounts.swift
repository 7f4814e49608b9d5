import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// The account that a person names, by its name or identifier.
    ///
    /// - Throws: ``ArchiveError`` `.accountUnknown`
    public func account(named name: String) async throws(ArchiveError) -> AccountView {
        let found = try await read(as: .operator, for: nil) { try $0.account(named: name) }
        guard let found else { throw ArchiveError(.accountUnknown, ArchiveMessage.accountUnknown(name), subject: name) }
        return found
    }

    public func account(_ id: AccountID) async throws(ArchiveError) -> AccountView? {
        let account = try await transaction { try $0.account(of: .account(id)) }
        return account?.open == true ? account : nil
    }
}
