import Archive
import ArgumentParser
import Records
import Wording

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: .said("人和程序的账号。", "Accounts of people and programs."),
        subcommands: [Set.self, Password.self, Link.self, List.self])

    struct Set: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: .said("开设账号，或更改它的角色。", "Open an account, or change its roles."))

        @Argument(help: .said("登录用的名称。", "The name to sign in with."))
        var name: String
        @Option(
            name: .customLong("role"), parsing: .singleValue,
            help: .said("角色，可重复；不给则保留已有的。", "A role; may be repeated. Without, it keeps those that it has."))
        var roles: [Given<Role>] = []
        @Flag(help: .said("停用：此后不能再使用。", "Close it: it can no longer be used."))
        var close = false
        @Option(help: .said("部门；不给则保留已有的，给空的则去掉。", "The department. Without, it stays as it is; an empty one takes it away."))
        var department: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let set = SetAccount(named: name, roles: roles.isEmpty ? nil : try roles.values(), open: !close, department: department)
            let account = try await session.carryOut(set).answer
            if console.json { return try console.object(["account": account]) }
            console.line("\(account.id)  \(account.name)  \(account.roles.map { $0.text(console.tongue) }.joined(separator: " "))")
        }
    }

    struct Password: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "password",
            abstract: .said(
                "设置账号的密码：在终端上询问两次，否则取标准输入的第一行。",
                "Set an account's password: asked for twice on a terminal, else the first line of the standard input."),
            discussion: "  muniment account password 陈\n  muniment account password 陈 --as 陈")

        @Argument(help: .said("账号的名称。", "The account's name."))
        var account: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try await session.archive.setPassword(try password(console), for: account, by: session.actor)
            if console.json { return try console.object(["account": account]) }
            console.say("\(account) 的密码已设置", "The password of \(account) is set")
        }

        private func password(_ console: Console) throws(ArchiveError) -> String {
            guard let first = SecretPrompt.ask(console.word("新密码：", "New password: ")) else { return readLine() ?? "" }
            guard first == SecretPrompt.ask(console.word("再输入一次：", "Once more: ")) else {
                throw ArchiveError(.valueRefused, ArchiveMessage.passwordsDiffer, subject: account)
            }
            return first
        }
    }

    struct Link: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "link",
            abstract: .said("输出一个让账号在网页上登录的链接：只能用一次，十分钟内有效。", "Print a link that signs an account in on a page: once, within ten minutes."),
            discussion: "  muniment account link 陈 --at http://127.0.0.1:8080")

        @Argument(help: .said("账号的名称。", "The account's name."))
        var account: String
        @Option(help: .said("服务的地址。", "Where the service is reached."))
        var at = "http://127.0.0.1:8080"
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let link = SignInAddress.of(try await session.archive.signInLink(for: account, by: session.actor), at: at)
            if console.json { return try console.object(["link": link]) }
            console.line(link)
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出全部账号。", "List all accounts."))

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let accounts = try await session.ask(ListAccounts())
            if console.json { return try console.object(["accounts": accounts]) }
            var table = TextTable([
                console.word("标识", "id"), console.word("名称", "name"), console.word("角色", "roles"), console.word("可用", "open"),
            ])
            for account in accounts {
                table.add([
                    "\(account.id)", account.name, account.roles.map { $0.text(console.tongue) }.joined(separator: " "),
                    account.open ? "✓" : "–",
                ])
            }
            table.lines.forEach(console.line)
        }
    }
}
