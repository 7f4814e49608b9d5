import Archive
import ArgumentParser
import Records
import Wording

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: .said("程序和人登录服务所用的令牌。", "Tokens by which programs and people sign in to the service."),
        subcommands: [Create.self, Revoke.self, List.self])

    struct Create: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: .said("发给账号一个令牌；只显示这一次。", "Give an account a token; it is shown this once."))

        @Argument(help: .said("账号的名称。", "The account's name."))
        var account: String
        @Option(help: .said("多少天后到期。", "Days until it expires."))
        var days: Given<Int>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let token = try await session.archive.issueToken(for: account, days: try days?.value(), by: session.actor)
            if console.json { return try console.object(["token": token]) }
            console.line(token.secret)
            console.note(console.word("令牌 \(token.id)，只显示这一次", "Token \(token.id); it is shown this once"))
        }
    }

    struct Revoke: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "revoke", abstract: .said("收回令牌。", "Take a token back."))

        @Argument(help: .said("令牌的标识符，不是令牌本身。", "The token's identifier, not its secret."))
        var token: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try await session.archive.revokeToken(token, by: session.actor)
            if console.json { return try console.object(["revoked": token]) }
            console.say("已收回 \(token)", "Taken back: \(token)")
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: .said("列出令牌，不含令牌本身。", "List tokens, without their secrets."))

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let tokens = try await session.ask(ListTokens())
            if console.json { return try console.object(["tokens": tokens]) }
            var table = TextTable([
                console.word("标识", "id"), console.word("账号", "account"), console.word("到期", "expires"), console.word("可用", "valid"),
            ])
            for token in tokens {
                table.add([token.id, token.accountName, token.expires.map { "\($0)" } ?? "–", token.revoked ? "–" : "✓"])
            }
            table.lines.forEach(console.line)
        }
    }
}
