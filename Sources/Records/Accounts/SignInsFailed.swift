/// Sign-ins failed: once in a minute for one account, or for all that are nobody's, with how many since the event before.
public struct SignInsFailed: Event {
    public static let type = "sign-in.failed/2"
    public static let title = Phrase("登录失败", "sign-in failed")

    /// 1 or more.
    public let count: Int

    public init(count: Int) { self.count = count }

    public var subjects: [String] { [] }

    public static var sample: SignInsFailed { SignInsFailed(count: 3) }
}
