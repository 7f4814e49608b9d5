/// Who takes over from sales (接收方): 客服, 工程, 运维; with what they must get for each kind of deal. Data of the company.
public struct Receiver: Sendable, Hashable, Codable {
    /// Never shown to people: `customer_service`.
    public let code: String
    public let chinese: String
    public let english: String
    /// Whoever signs for it has one of these.
    public let roles: [Role]
    /// The department of whoever signs for it; nil where the role says it all.
    public let department: String?
    /// What is for all deals that no other is for stands last.
    public let checklists: [PackChecklist]

    public init(
        code: String, chinese: String, english: String, roles: [Role], department: String? = nil, checklists: [PackChecklist]
    ) {
        self.code = code
        self.chinese = chinese
        self.english = english
        self.roles = roles
        self.department = department
        self.checklists = checklists
    }

    /// What people call it.
    public var name: Phrase { Phrase(chinese, english) }

    /// What it must get of a deal; nil where nothing says so.
    ///
    /// - Parameter template: The code of its dossier's template.
    public func checklist(for template: String?) -> PackChecklist? {
        checklists.first { list in template.map { list.templates?.contains($0) ?? false } ?? false }
            ?? checklists.first { $0.templates == nil }
    }

    /// The same with one checklist alone: as a pack keeps it.
    public func keeping(_ checklist: PackChecklist) -> Receiver {
        Receiver(code: code, chinese: chinese, english: english, roles: roles, department: department, checklists: [checklist])
    }

    /// Whether an account signs for it.
    public func isServed(by account: AccountView) -> Bool {
        account.open && !Set(account.roles).isDisjoint(with: roles) && (department == nil || account.department == department)
    }

    static var sample: Receiver {
        Receiver(
            code: "customer_service", chinese: "客服", english: "customer service", roles: [.customerService], department: "客服部",
            checklists: [
                PackChecklist(
                    templates: ["installation"],
                    items: [
                        PackItem(code: "contract", chinese: "合同", english: "contract", types: [.sample]),
                        PackItem(code: "contacts", chinese: "双方联系人", english: "contacts", types: [], fill: .contacts),
                    ])
            ])
    }
}

/// What a receiver must get of some kinds of deals (交底清单).
public struct PackChecklist: Sendable, Hashable, Codable {
    /// Codes of the templates of these deals' dossiers; nil for all others.
    public let templates: [String]?
    public let items: [PackItem]

    public init(templates: [String]?, items: [PackItem]) {
        self.templates = templates
        self.items = items
    }
}

/// Something that a receiver must get: there as soon as a document of one of its types is in the dossier, or words say it.
public struct PackItem: Sendable, Hashable, Codable {
    /// One of its kind in a checklist: `contacts`.
    public let code: String
    public let chinese: String
    public let english: String
    /// Types of documents that are it; none where words alone can say it.
    public let types: [DocumentType]
    /// Where its words come from as long as nobody has said others.
    public let fill: PackFill?

    public init(code: String, chinese: String, english: String, types: [DocumentType], fill: PackFill? = nil) {
        self.code = code
        self.chinese = chinese
        self.english = english
        self.types = types
        self.fill = fill
    }

    /// What people call it.
    public var name: Phrase { Phrase(chinese, english) }
}

/// What of a deal the words of an item are taken from.
public enum PackFill: String, Sendable, Hashable, CaseIterable, Codable {
    /// 客户的联系人
    case contacts
    /// 合同的项目地址，或客户的现场
    case site
    /// 合同的付款方式
    case payment
}

/// The company said who takes over from sales, and what they must get. Packs keep the checklist that they were made with.
public struct ReceiversLoaded: Event {
    public static let type = "receivers.loaded/1"
    public static let title = Phrase("启用交底接收方", "receivers loaded")

    /// Counted from 1; a version once loaded is never changed.
    public let version: Int
    public let receivers: [Receiver]

    public init(version: Int, receivers: [Receiver]) {
        self.version = version
        self.receivers = receivers
    }

    public var subjects: [String] { [] }

    public static var sample: ReceiversLoaded { ReceiversLoaded(version: 1, receivers: [.sample]) }
}

/// The receivers in force.
public struct Receivers: Sendable, Hashable, Codable {
    /// Counted from 1; 0 where none were ever loaded, and those that come with the program hold.
    public let version: Int
    public let receivers: [Receiver]

    public init(version: Int, receivers: [Receiver]) {
        self.version = version
        self.receivers = receivers
    }
}
