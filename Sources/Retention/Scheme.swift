public import Records

/// The classification scheme (分类方案, R-28): a tree of classes whose rules and confidentiality are inherited.
public struct Scheme: Sendable, Hashable {
    public let classes: [ClassDefinition]
    private let byCode: [String: ClassDefinition]

    public init(_ classes: [ClassDefinition]) {
        self.classes = classes
        byCode = Dictionary(classes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The class of this code.
    public subscript(_ code: String) -> ClassDefinition? { byCode[code] }

    /// A class and those above it, from itself upwards. A cycle ends where it closes.
    public func line(of code: String) -> [ClassDefinition] {
        var (line, seen, next): ([ClassDefinition], Set<String>, String?) = ([], [], code)
        while let code = next, seen.insert(code).inserted, let found = byCode[code] {
            line.append(found)
            next = found.parent
        }
        return line
    }

    /// A class and all below it.
    public func branch(of code: String) -> Set<String> {
        var branch: Set = [code]
        var size = 0
        while size < branch.count {
            size = branch.count
            branch.formUnion(classes.filter { $0.parent.map(branch.contains) ?? false }.map(\.code))
        }
        return branch
    }

    /// The rules that a class's documents are kept by: its own, else those of the nearest class above that has some.
    public func rules(of code: String) -> [String] { line(of: code).lazy.compactMap(\.rules).first ?? [] }

    /// At least this confidential is what is filed into a class; nil where no class in its line says so.
    public func confidentiality(of code: String) -> Confidentiality? { line(of: code).lazy.compactMap(\.confidentiality).first }

    /// Who may see what is in a class, of those who read at all: the roles that it names and each class above lets; nil for all.
    public func readers(of code: String) -> Set<Role>? {
        line(of: code).compactMap(\.readers).map { Set($0) }.reduce(nil) { $0?.intersection($1) ?? $1 }
    }

    /// The classes whose papers somebody with these roles proposes for destruction: all for which nobody is named, or one of them.
    public func owned(by roles: some Collection<Role>) -> Set<String> {
        Set(
            classes.map(\.code).filter { code in
                guard let owners = line(of: code).lazy.compactMap(\.owners).first else { return true }
                return owners.contains(where: roles.contains)
            })
    }

    /// Whether a class takes new filings on a day.
    public func isOpen(_ code: String, on day: CivilDate) -> Bool {
        guard let found = byCode[code] else { return false }
        return (found.opens.flatMap { CivilDate($0) }.map { $0 <= day } ?? true)
            && (found.closes.flatMap { CivilDate($0) }.map { day <= $0 } ?? true)
    }

    /// What is wrong with it.
    ///
    /// - Parameters:
    ///   - rules: The rules of the schedule that is in force.
    ///   - proposers: The roles that may propose disposals.
    public func findings(rules: Set<String>, proposers: Set<Role>) -> [DefinitionFinding] {
        var (findings, seen): ([DefinitionFinding], Set<String>) = ([], [])
        for (index, item) in classes.enumerated() {
            var problems = problems(of: item, rules: rules, proposers)
            if item.code.isEmpty { problems.append(.codeMissing) } else if !seen.insert(item.code).inserted { problems.append(.duplicate) }
            findings += problems.map { DefinitionFinding(index: index, name: item.code, problem: $0) }
        }
        return findings
    }

    private func problems(of item: ClassDefinition, rules: Set<String>, _ proposers: Set<Role>) -> [DefinitionFinding.Problem] {
        var problems: [DefinitionFinding.Problem] = []
        if let parent = item.parent, byCode[parent] == nil { problems.append(.parentMissing(parent)) }
        if let top = line(of: item.code).last, top.parent == item.code || (top.parent.map { byCode[$0] != nil } ?? false) {
            problems.append(.cycle)
        }
        problems += (item.rules ?? []).filter { !rules.contains($0) }.map { .ruleUnknown($0) }
        if let own = item.confidentiality, let above = item.parent.flatMap(confidentiality), own.rank < above.rank {
            problems.append(.loosens)
        }
        if let own = item.readers, let above = item.parent.flatMap(readers), !above.isSuperset(of: own) { problems.append(.loosens) }
        if let owners = item.owners, proposers.isDisjoint(with: owners) { problems.append(.ownersProposeNothing) }
        let days = [item.opens, item.closes].compactMap { $0 }
        problems += days.filter { CivilDate($0) == nil }.map { .dateUnknown($0) }
        if let opens = item.opens.flatMap({ CivilDate($0) }), let closes = item.closes.flatMap({ CivilDate($0) }), closes < opens {
            problems.append(.closesBeforeItOpens)
        }
        return problems
    }
}

extension Confidentiality {
    /// Higher is more confidential.
    public var rank: Int {
        switch self {
        case .open: 0
        case .internal: 1
        case .secret: 2
        }
    }
}
