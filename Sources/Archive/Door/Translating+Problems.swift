import Catalogue
import FileStore
import Wording

extension PlaceProblem {
    /// The same, as it is said to people.
    var name: ArchiveMessage.UnfitPlace {
        switch self {
        case .networkFileSystem(let name): .network(name)
        case .severalDevices: .severalDevices
        case .noHardLinks: .noHardLinks
        case .noExchange: .noExchange
        case .noLocks: .noLocks
        case .notOwner: .notOwner
        }
    }
}

extension CatalogueError {
    /// The same, as it is said to people; the facts are the error's cause, for the log.
    var problem: ArchiveMessage.CatalogueProblem {
        switch self {
        case .missing, .currentUnreadable: .gone
        case .outdated: .outdated
        case .outOfOrder: .behind
        case .unknownSubject: .contradicts
        default: .unreadable
        }
    }
}
