/// Somebody was refused for want of a right.
public struct AccessRefused: Event {
    public static let type = "access.refused/1"
    public static let title = Phrase("拒绝访问", "access refused")

    /// What was tried: a command's or a route's name.
    public let operation: String

    public init(operation: String) { self.operation = operation }

    public var subjects: [String] { [] }

    public static var sample: AccessRefused {
        AccessRefused(operation: "readLog")
    }
}
