/// An account belongs to a department (部门), to another one, or to none: who supervises a destruction together must be of different ones.
public struct DepartmentSet: Event {
    public static let type = "account.department-set/1"
    public static let title = Phrase("设置部门", "department set")

    public let account: AccountID
    /// Nil for none.
    public let department: String?

    public init(account: AccountID, department: String?) {
        self.account = account
        self.department = department
    }

    public var subjects: [String] { [account.compact] }

    public static var sample: DepartmentSet { DepartmentSet(account: .sample, department: "财务部") }
}
