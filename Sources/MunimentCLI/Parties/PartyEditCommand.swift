import Archive
import ArgumentParser
import Records
import Wording

/// What is known of a party, and of its sites.
extension PartyCommand {
    struct Edit: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: .said("修改客户资料；旧名称留作曾用名。", "Change what is known of a party; a former name stays."),
            discussion: """
                  muniment party edit 青禾置业有限公司 --name 青禾商业管理有限公司 --short 青禾 --reason 更名
                  muniment party edit 青禾 --code credit=91350100M000100Y43 --reason 营业执照
                  muniment party edit 青禾 --contact 林工 --post 工程部经理 --phone 0591-87654321 --reason 名片
                """)

        @Argument(help: .said("客户的标识符或任一名称。", "Its identifier, or any of its names."))
        var party: String
        @Option(help: .said("新的名称。", "The name it goes by now."))
        var name: String?
        @Option(name: .customLong("short"), help: .said("简称；可给多次。", "A short name; may be given often."))
        var shorts: [String] = []
        @Option(name: .customLong("full"), help: .said("全称；可给多次。", "A full name; may be given often."))
        var fulls: [String] = []
        @Option(name: .customLong("former"), help: .said("曾用名；可给多次。", "A former name; may be given often."))
        var formers: [String] = []
        @Option(
            name: .customLong("code"),
            help: .said(
                "种类=代码，种类为 credit、registration、organization、personal 或 foreign；可给多次。",
                "KIND=CODE, of credit, registration, organization, personal or foreign; may be given often.", valueName: "kind=code"))
        var codes: [String] = []
        @OptionGroup var contact: ContactOptions
        @Option(help: .said("客户等级。", "Its grade."))
        var grade: String?
        @Option(name: .customLong("credit-limit"), help: .said("信用额度，如 100万。", "Its credit limit: 100万."))
        var creditLimit: String?
        @Option(help: .said("备注。", "A note."))
        var note: String?
        @OptionGroup var removed: RemovedOptions
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(try edit()).answer)
        }

        private func edit() throws(ArchiveError) -> EditParty {
            var edit = EditParty(party, reason: reason)
            edit.name = name
            edit.names = shorts.map { PartyName($0, .short) } + fulls.map { PartyName($0, .full) } + formers.map { PartyName($0, .former) }
            edit.codes = try codes.map { words throws(ArchiveError) in try Self.code(words) }
            edit.contacts = try contact.person().map { [$0] }
            (edit.grade, edit.creditLimit, edit.note, edit.removed) = (grade, creditLimit, note, try removed.removed())
            return edit
        }

        private static func code(_ words: String) throws(ArchiveError) -> EditParty.Code {
            let parts = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return EditParty.Code(kind: try PartyCodeKind.read(parts[0]), code: parts.count == 2 ? parts[1] : "")
        }
    }

    struct ContactOptions: ParsableArguments {
        @Option(help: .said("联系人的姓名；同名的由新的代替。", "A contact's name; takes the place of one of the same name."))
        var contact: String?
        @Option(name: .customLong("post"), help: .said("联系人的职务。", "The contact's post."))
        var post: String?
        @Option(help: .said("联系人的电话。", "The contact's telephone."))
        var phone: String?
        @Option(help: .said("联系人的邮箱。", "The contact's mail address."))
        var email: String?
        @Option(name: .customLong("contact-note"), help: .said("联系人的备注。", "A note on the contact."))
        var contactNote: String?

        /// - Throws: ``ArchiveError`` `.valueRefused` for what is said of nobody.
        func person() throws(ArchiveError) -> PartyContact? {
            guard let contact else {
                guard [post, phone, email, contactNote].allSatisfy({ $0 == nil }) else {
                    throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: "contact"), subject: "contact")
                }
                return nil
            }
            return PartyContact(name: contact, post: post, phone: phone, email: email, note: contactNote)
        }
    }

    struct RemovedOptions: ParsableArguments {
        @Option(name: .customLong("remove-name"), help: .said("去掉的名称；可给多次。", "A further name to take away; may be given often."))
        var names: [String] = []
        @Option(name: .customLong("remove-code"), help: .said("去掉的代码的种类；可给多次。", "The kind of a code to take away; may be given often."))
        var codes: [Given<PartyCodeKind>] = []
        @Option(name: .customLong("remove-contact"), help: .said("去掉的联系人；可给多次。", "A contact to take away; may be given often."))
        var contacts: [String] = []
        @Option(name: .customLong("clear"), help: .said("清空的项；可给多次。", "What to empty; may be given often."))
        var values: [Given<PartyValue>] = []

        func removed() throws(ArchiveError) -> EditParty.Removed {
            var removed = EditParty.Removed()
            (removed.names, removed.codes) = (names, try codes.values())
            (removed.contacts, removed.values) = (contacts, try values.values())
            return removed
        }
    }

    struct Site: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "site", abstract: .said("登记客户的现场（安装地点）。", "Register a site of a party."))

        @Argument(help: .said("客户的标识符或任一名称。", "The party's identifier, or any of its names."))
        var party: String
        @Argument(help: .said("现场的名称。", "The site's name."))
        var name: String
        @Option(help: .said("地址。", "Its address."))
        var address: String?
        @Option(help: .said("备注：设备、进场条件等。", "A note: equipment, access."))
        var note: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(RegisterSite(name, of: party, address: address, note: note)).answer)
        }
    }

    struct ChangeSite: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit-site", abstract: .said("修改现场资料。", "Change what is known of a site."))

        @Argument(help: .said("现场的标识符。", "The site."))
        var site: Given<SiteID>
        @Option(help: .said("新的名称。", "Its name."))
        var name: String?
        @Option(help: .said("地址。", "Its address."))
        var address: String?
        @Option(help: .said("备注：设备、进场条件等。", "A note: equipment, access."))
        var note: String?
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let edit = EditSite(try site.value(), name: name, address: address, note: note, reason: reason)
            try console.show(try await session.carryOut(edit).answer)
        }
    }
}

extension PartyCodeKind: Givable {}
extension PartyValue: Givable {}

extension Console {
    fileprivate func show(_ site: SiteView) throws {
        if json { return try object(["site": site]) }
        line(site.line)
    }
}
