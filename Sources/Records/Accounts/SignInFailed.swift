/// Somebody failed to sign in.
public struct SignInFailed: Event {
    public static let type = "sign-in.failed/1"
    public static let title = Phrase("登录失败", "sign-in failed")

    /// What was tried: a command's or a route's name.
    public let operation: String

    public init(operation: String) { self.operation = operation }

    public var subjects: [String] { [] }

    public static var sample: SignInFailed {
        SignInFailed(operation: "sign-in")
    }
}
