public import Records

extension Scheme {
    /// The same scheme with one class as it is changed.
    public func replacing(_ code: String, _ change: (ClassDefinition) -> ClassDefinition) -> Scheme {
        Scheme(classes.map { $0.code == code ? change($0) : $0 })
    }

    /// The same scheme with a new class right behind another, which it is like in all but code and names.
    public func splitting(_ code: String, off new: String, chinese: String, english: String) -> Scheme {
        Scheme(
            classes.flatMap { old in
                guard old.code == code else { return [old] }
                return [
                    old,
                    ClassDefinition(
                        code: new, parent: old.parent, chinese: chinese, english: english, rules: old.rules,
                        confidentiality: old.confidentiality, readers: old.readers, owners: old.owners,
                        opens: nil, closes: old.closes, purpose: old.purpose),
                ]
            })
    }
}

extension ClassDefinition {
    /// The same class, which takes nothing after a day; one that would only have opened later is then open on that day alone.
    public func closing(_ day: CivilDate) -> ClassDefinition {
        ClassDefinition(
            code: code, parent: parent, chinese: chinese, english: english, rules: rules, confidentiality: confidentiality,
            readers: readers, owners: owners,
            opens: opens.map { min($0, day.description) }, closes: day.description, purpose: purpose)
    }
}
