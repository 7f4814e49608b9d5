import Archive
import ArgumentParser
import Catalogue
import Records

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Accounts of people and programs.", subcommands: [SetAccount.self, List.self])

    struct SetAccount: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: "Open an account, or change its roles.")

        @Argument(help: "The name to sign in with.")
        var name: String
        @Option(name: .customLong("role"), parsing: .singleValue, help: "A role; may be repeated.")
        var roles: [Role] = []
        @Flag(help: "Close it: it can no longer be used.")
        var close = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let archive = try common.open()
                let account = try await archive.setAccount(named: name, roles: roles, open: !close, by: .operator)
                if console.json { return try console.object(["account": account]) }
                console.line("\(account.id)  \(account.name)  \(account.roles.map(\.rawValue).joined(separator: " "))")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all accounts.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let archive = try common.open()
                let accounts = try await archive.accounts(by: .operator)
                if console.json { return try console.object(["accounts": accounts]) }
                var table = TextTable([
                    console.word("标识", "id"), console.word("名称", "name"), console.word("角色", "roles"), console.word("可用", "open"),
                ])
                for account in accounts {
                    table.add([
                        "\(account.id)", account.name, account.roles.map(\.rawValue).joined(separator: " "), account.open ? "✓" : "–",
                    ])
                }
                table.lines.forEach(console.line)
            }
        }
    }
}
