public import Catalogue
public import Records
import Retention
import Schemas
import Wording

/// How long paper may be lent, and with whose consent, as it holds now.
public struct ListLoanRules: Question {
    public typealias Answer = [LoanRule]
    public static let operation = Operation.readOriginals
    public static var sample: ListLoanRules { ListLoanRules() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [LoanRule] { try reading.loanRulesInForce() }
}

/// Sets how long paper may be lent, and with whose consent.
public struct SetLoanRules: Change {
    public typealias Answer = [LoanRule]
    public static let operation = Operation.setLoanRules
    public static var sample: SetLoanRules { SetLoanRules("- {class: XS-CW, days: 10, outside: [head]}\n- {days: 20}\n", reason: "公司制度") }

    /// The file's text.
    public let yaml: String
    public let reason: String

    public init(_ yaml: String, reason: String) {
        self.yaml = yaml
        self.reason = reason
    }

    /// Most days of a loan: ten years.
    private static let mostDays = 3653
    private static let most = 100

    public func decide(_ decision: Decision) throws {
        let (reason, file) = (try Words.reason(reason), try DefinitionFile<LoanRule>(yaml))
        guard (1...Self.most).contains(file.items.count), Set(file.items.map(\.class)).count == file.items.count else {
            throw ArchiveError(.valueRefused, OriginalMessage.loanRulesTwice, subject: "yaml")
        }
        for (rule, line) in zip(file.items, file.lines) {
            guard (1...Self.mostDays).contains(rule.days) else {
                throw ArchiveError(.valueRefused, OriginalMessage.loanDays(line: line, most: Self.mostDays), subject: "yaml")
            }
            for roles in [rule.consent, rule.outside].compactMap(\.self) {
                guard !roles.isEmpty, Operation.consentLoan.row.roles.isSuperset(of: roles) else {
                    throw ArchiveError(.valueRefused, OriginalMessage.loanConsenters(line: line), subject: "yaml")
                }
            }
            if let code = rule.class { _ = try decision.reading.scheme(with: code) }
        }
        guard try file.items != decision.reading.loanRulesInForce() else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "yaml")
        }
        try decision.state(LoanRulesSet(rules: file.items, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> [LoanRule] {
        try events.the(LoanRulesSet.self).rules
    }
}

/// Consents to a loan that needs it: of this original, to this borrower, up to this day.
public struct ConsentToLoan: Change {
    public typealias Answer = OriginalView
    public static let operation = Operation.consentLoan
    public static var sample: ConsentToLoan {
        ConsentToLoan(.sample, to: "律师事务所", outside: true, until: CivilDate(daysSince1970: 2_932_000))
    }

    public let original: OriginalID
    /// The account's name, or its identifier; outside, how they are called.
    public let to: String
    /// Whether it goes to somebody outside.
    public let outside: Bool?
    /// The last day; without one it may stay outside.
    public let until: CivilDate?

    public init(_ original: OriginalID, to: String, outside: Bool = false, until: CivilDate?) {
        self.original = original
        self.to = to
        self.outside = outside
        self.until = until
    }

    public func decide(_ decision: Decision) throws {
        let words = try Words.text(to, "to")
        guard until != nil || outside == true else {
            throw ArchiveError(.valueRefused, OriginalMessage.dayNeeded, subject: "until")
        }
        guard until.map({ $0 >= decision.today }) ?? true else {
            throw ArchiveError(.valueRefused, OriginalMessage.refused(.dayPast, answerable: nil, with: nil), subject: "until")
        }
        let view = try decision.reading.known(original)
        let borrower = try decision.borrower(words, outside: outside == true, of: view)
        let (person, terms) = (try decision.person(), try decision.reading.loanTerms(for: view, outside: borrower.outside != nil))
        guard let roles = terms.consenting, !Set(roles).isDisjoint(with: person.roles), view.answerable != decision.reading.viewer.name
        else {
            throw ArchiveError(.notAllowed, OriginalMessage.consentNotTheirs(terms.consenting ?? []), subject: "\(original)")
        }
        if let until { try decision.refuseTooLong(until, terms) }
        try decision.state(
            LoanConsented(original: original, by: person.account, roles: person.roles, borrower: borrower, until: until))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> OriginalView {
        try reading.known(try events.the(LoanConsented.self).original)
    }
}

extension Decision {
    func borrower(_ words: String, outside: Bool, of original: OriginalView) throws -> LoanBorrower {
        outside
            ? LoanBorrower(account: nil, outside: words) : LoanBorrower(account: try keeper(named: words, of: original), outside: nil)
    }

    /// Refuses a loan, or sending out, that is longer than the rule of its class lets it be, or that lacks a consent.
    ///
    /// - Parameter until: Nil where it is to stay outside: then accounting records need a consent, and others none.
    func refuseLoan(of original: OriginalID, to borrower: LoanBorrower, until: CivilDate?) throws {
        let terms = try reading.loanTerms(for: try reading.known(original), outside: borrower.outside != nil)
        if let until { try refuseTooLong(until, terms) } else if !terms.isAccounting { return }
        guard let roles = terms.consenting else { return }
        let lender = try person().account
        guard try !reading.isConsented(original, to: borrower, until: until, by: roles, besides: lender) else { return }
        throw ArchiveError(.stateWrong, OriginalMessage.consentLacks(roles), remedy: OriginalRemedy.consentFirst, subject: "\(original)")
    }

    fileprivate func refuseTooLong(_ until: CivilDate, _ terms: LoanTerms) throws {
        guard let days = terms.days, until > today.adding(days: days) else { return }
        throw ArchiveError(.valueRefused, OriginalMessage.loanTooLong(days: days), subject: "until")
    }
}

/// What holds for the loan of one original.
struct LoanTerms {
    /// Most days; nil where no rule says so.
    let days: Int?
    /// Roles of which one must have consented; nil where nobody need.
    let consenting: [Role]?
    let isAccounting: Bool
}

extension Reading {
    func loanRulesInForce() throws -> [LoanRule] {
        try loanRules() ?? DefinitionFile<LoanRule>(String(decoding: Schema.loans, as: UTF8.self)).items
    }

    /// The rule of the class that an original's document is in, or of the nearest above, else the one that is about nothing else. Whatever the
    /// rules say, accounting records leave the house with the consent of the head alone.
    func loanTerms(for original: OriginalView, outside: Bool) throws -> LoanTerms {
        let rules = try loanRulesInForce()
        let classes = try recordClass(of: original.id).map { code in try scheme()?.scheme.line(of: code).map(\.code) ?? [code] } ?? []
        let rule = classes.lazy.compactMap { code in rules.first { $0.class == code } }.first ?? rules.first { $0.class == nil }
        let isAccounting = try isAccountingRecord(original.document)
        return LoanTerms(
            days: rule?.days, consenting: isAccounting && outside ? [.head] : rule?.consenting(outside: outside), isAccounting: isAccounting
        )
    }

    /// Whether a paper is one of the accounting records, by its class or by what finance said of it, whatever its class is (79号令 §18).
    private func isAccountingRecord(_ document: DocumentID) throws -> Bool {
        if try haveAccountingYear([document]) { return true }
        let standing = try [Circumstance.originalKeptByFinance, .voucher, .register].contains { circumstance in
            try facts(circumstance.rawValue, of: document) == ["true"]
        }
        guard !standing, let code = try self.document(document)?.class, let scheme = try scheme()?.scheme else { return standing }
        let accounting = Set(
            try schedule()?.rules.filter { $0.term?.start == .fact(.accountingYear) && $0.conditions.isEmpty }.map(\.id) ?? [])
        return !accounting.isDisjoint(with: scheme.rules(of: code))
    }
}
