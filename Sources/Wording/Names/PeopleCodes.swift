public import Records

extension Role: Code {
    public var phrase: Phrase { name }
}

extension Actor: Message {
    /// Who acted; an account by its identifier.
    public var phrase: Phrase {
        switch self {
        case .operator: Phrase("运维人员", "operator")
        case .nobody: Phrase("未登录者", "nobody")
        case .account(let id): Phrase("\(id)", "\(id)")
        }
    }
}
