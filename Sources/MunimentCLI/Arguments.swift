import Archive
public import ArgumentParser
public import Records

extension VersionKind: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Relation: ExpressibleByArgument {}

extension Identifier: ExpressibleByArgument {
    /// An identifier as a person types it.
    public init?(argument: String) {
        guard let id = try? Identifier(argument) else { return nil }
        self = id
    }
}

extension DocumentSearch.Order: ExpressibleByArgument {}

extension MatterKind: ExpressibleByArgument {}
