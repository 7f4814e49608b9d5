public import Catalogue
public import Records
import Wording

/// Who takes over deals from sales (接收方), and what they must get, as it holds now.
public struct ListReceivers: Question {
    public typealias Answer = Receivers
    public static let operation = Operation.readPacks
    public static var sample: ListReceivers { ListReceivers() }

    public init() {}

    public func answer(_ reading: Reading) throws -> Receivers { try reading.receiversInForce() }
}

/// Puts other receivers in force. Packs keep the checklist that they were made with.
public struct LoadReceivers: Change {
    public typealias Answer = Receivers
    public static let operation = Operation.loadReceivers
    public static var sample: LoadReceivers {
        LoadReceivers(
            """
            - {code: service, chinese: 售后, english: after-sales, roles: [customer_service], checklists: [{items: [{code: contract, chinese: 合同, english: contract, types: [contract]}]}]}
            """)
    }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func decide(_ decision: Decision) throws {
        let file = try DefinitionFile<Receiver>(yaml)
        let before = try decision.reading.receiversInForce()
        let templates = Set(try decision.reading.templatesInForce().templates.map(\.code))
        try ReceiverProblem.refuse(file, types: decision.reading.vocabulary, templates: templates)
        guard file.items != before.receivers else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "yaml") }
        try decision.state(ReceiversLoaded(version: before.version + 1, receivers: file.items))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> Receivers {
        let loaded = try events.the(ReceiversLoaded.self)
        return Receivers(version: loaded.version, receivers: loaded.receivers)
    }
}

/// What keeps receivers from being loaded.
private enum ReceiverProblem {
    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the line and the item.
    static func refuse(
        _ file: DefinitionFile<Receiver>, types vocabulary: Vocabulary, templates: Set<String>
    ) throws(ArchiveError) {
        try DefinitionNames.refuseCount(file.items, of: "", 1)
        var receivers = DefinitionNames()
        for (receiver, line) in zip(file.items, file.lines) {
            try receivers.takeCode(of: receiver, line)
            try receivers.takeNames(of: receiver, line)
            guard !receiver.roles.isEmpty, Operation.signPack.row.roles.isSuperset(of: receiver.roles) else {
                throw .definition(line, receiver.code, .roles)
            }
            if let department = receiver.department { _ = try Words.text(department, "yaml") }
            try DefinitionNames.refuseCount(receiver.checklists, of: receiver.code, line)
            var covered: Set<String> = []
            for list in receiver.checklists {
                let kinds = list.templates ?? [""]
                guard !kinds.isEmpty, kinds.allSatisfy({ covered.insert($0).inserted }) else {
                    throw .definition(line, receiver.code, .listTwice)
                }
                if let unknown = list.templates?.first(where: { !templates.contains($0) }) {
                    throw .definition(line, receiver.code, .templateUnknown(unknown))
                }
                try refuse(list.items, of: receiver, line, vocabulary)
            }
        }
    }

    private static func refuse(
        _ items: [PackItem], of receiver: Receiver, _ line: Int, _ vocabulary: Vocabulary
    ) throws(ArchiveError) {
        try DefinitionNames.refuseCount(items, of: receiver.code, line)
        var names = DefinitionNames()
        for item in items {
            let name = "\(receiver.code)/\(item.code)"
            try names.takeCode(of: item, as: name, line)
            try names.takeNames(of: item, as: name, line)
            try DefinitionNames.refuseUnknown(item.types, in: vocabulary, of: name, line)
        }
    }
}

extension Reading {
    /// The receivers that the company loaded, else those that come with the program.
    func receiversInForce() throws -> Receivers {
        if let loaded = try receivers() { return loaded }
        return Receivers(version: 0, receivers: try DefinitionFile<Receiver>(DefinitionText.standardReceivers).items)
    }

    /// The receiver that a code or a name means.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`, which names those that there are.
    func receiver(meantBy word: String) throws -> Receiver {
        let receivers = try receiversInForce().receivers
        if let found = receivers.first(meantBy: word) { return found }
        throw ArchiveError(
            .valueRefused, PackMessage.receiverUnknown(word), remedy: Remedy.words(receivers.map(\.name)), subject: "receiver")
    }
}
