import Archive
public import ArgumentParser
public import Records
public import Wording

extension Code where Self: ExpressibleByArgument {
    /// A code, or the name by which people call it, in either language.
    public init?(argument: String) { self.init(word: argument) }
}

extension VersionKind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Relation: ExpressibleByArgument {}
extension DocumentSearch.Order: ExpressibleByArgument {}
extension MatterKind: ExpressibleByArgument {}

extension Identifier: ExpressibleByArgument {
    /// An identifier as a person types it.
    public init?(argument: String) {
        guard let id = try? Identifier(argument) else { return nil }
        self = id
    }
}
