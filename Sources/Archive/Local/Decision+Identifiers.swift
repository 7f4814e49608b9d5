import Catalogue
import Records

extension Decision {
    /// A new identifier that nothing has: a clash is found under the lock and drawn again.
    func draw<Kind: IdentifierKind>() throws -> Identifier<Kind> {
        while true {
            let drawn = Identifier<Kind>.random()
            if try !DecisionQueries.isTaken(drawn.compact, in: db) { return drawn }
        }
    }
}
