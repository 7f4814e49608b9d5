/// Something that lists hold, with what tells it from all others of its list; lists are paged by it.
public protocol Listable: Codable, Sendable {
    var identity: String { get }
}

extension Identifier: Listable { public var identity: String { compact } }
extension PartyView: Listable { public var identity: String { id.compact } }
extension DossierView: Listable { public var identity: String { id.compact } }
extension RelationView: Listable { public var identity: String { "\(document.compact) \(relation.rawValue) \(other.compact)" } }
extension NumberView: Listable { public var identity: String { "\(type) \(number)" } }
extension LoanRule: Listable { public var identity: String { `class` ?? "" } }
extension MatterView: Listable { public var identity: String { "\(number)" } }
/// With the day by which the list is sorted: one whose day changes comes to stand elsewhere, and is no place to go on from.
extension DueLine: Listable { public var identity: String { "\(document.compact) \(due ?? "")" } }
extension GrantView: Listable { public var identity: String { "\(number)" } }
extension RightView: Listable { public var identity: String { account.compact } }
extension DueCount: Listable { public var identity: String { "\(`class` ?? "") \(year)" } }
extension DueMove: Listable { public var identity: String { document.compact } }
extension HoldView: Listable { public var identity: String { id.compact } }
extension AccountView: Listable { public var identity: String { id.compact } }
extension TokenView: Listable { public var identity: String { id } }
extension BatchLine: Listable { public var identity: String { id.compact } }
extension TombstoneView: Listable { public var identity: String { document.compact } }
extension DisposalDutiesView: Listable { public var identity: String { records.rawValue } }
extension DelegationView: Listable { public var identity: String { "\(number)" } }
