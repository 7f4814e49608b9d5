/// Somebody was refused for want of a right: once in a minute for one account, with how often what was tried since the event before.
public struct AccessesRefused: Event {
    public static let type = "access.refused/2"
    public static let title = Phrase("拒绝访问", "access refused")

    /// How often each operation was refused, by its name.
    public let operations: [String: Int]

    public init(operations: [String: Int]) { self.operations = operations }

    public var subjects: [String] { [] }

    public static var sample: AccessesRefused { AccessesRefused(operations: ["readLog": 3]) }
}
