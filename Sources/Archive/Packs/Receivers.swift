public import Catalogue
public import Records
import Schemas
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
    /// Most receivers, checklists of one, and items of one: a line of the journal has all of them.
    private static let most = 100

    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the line and the item.
    static func refuse(
        _ file: DefinitionFile<Receiver>, types vocabulary: Vocabulary, templates: Set<String>
    ) throws(ArchiveError) {
        guard (1...most).contains(file.items.count) else { throw refusal(1, "", .count(most)) }
        var (seen, named): (Set<String>, Set<String>) = ([], [])
        for (receiver, line) in zip(file.items, file.lines) {
            try refuseName(receiver.code, receiver.name, line)
            guard seen.insert(receiver.code).inserted else { throw refusal(line, receiver.code, .twice) }
            for called in Set([receiver.chinese, receiver.english].map(matchingKey)).sorted() where !named.insert(called).inserted {
                throw refusal(line, receiver.code, .nameTwice(called))
            }
            guard !receiver.roles.isEmpty, Operation.signPack.row.roles.isSuperset(of: receiver.roles) else {
                throw refusal(line, receiver.code, .roles)
            }
            if let department = receiver.department { _ = try Words.text(department, "yaml") }
            guard (1...most).contains(receiver.checklists.count) else { throw refusal(line, receiver.code, .count(most)) }
            var covered: Set<String> = []
            for list in receiver.checklists {
                let kinds = list.templates ?? [""]
                guard !kinds.isEmpty, kinds.allSatisfy({ covered.insert($0).inserted }) else {
                    throw refusal(line, receiver.code, .listTwice)
                }
                if let unknown = list.templates?.first(where: { !templates.contains($0) }) {
                    throw refusal(line, receiver.code, .templateUnknown(unknown))
                }
                try refuse(list.items, of: receiver, line, vocabulary)
            }
        }
    }

    private static func refuse(
        _ items: [PackItem], of receiver: Receiver, _ line: Int, _ vocabulary: Vocabulary
    ) throws(ArchiveError) {
        guard (1...most).contains(items.count) else { throw refusal(line, receiver.code, .count(most)) }
        var (codes, names): (Set<String>, Set<String>) = ([], [])
        for item in items {
            let name = "\(receiver.code)/\(item.code)"
            try refuseName(item.code, item.name, line)
            guard codes.insert(item.code).inserted else { throw refusal(line, name, .twice) }
            for called in Set([item.chinese, item.english].map(matchingKey)).sorted() where !names.insert(called).inserted {
                throw refusal(line, name, .nameTwice(called))
            }
            if let unknown = item.types.first(where: { vocabulary.entry(for: $0) == nil }) {
                throw refusal(line, name, .typeUnknown("\(unknown)"))
            }
        }
    }

    private static func refuseName(_ code: String, _ name: Phrase, _ line: Int) throws(ArchiveError) {
        // A code is one as types of documents have them.
        guard DocumentType(code) != nil else { throw refusal(line, code, .codeRefused) }
        for words in [name.chinese, name.english] { _ = try Words.text(words, "yaml") }
    }

    private static func refusal(_ line: Int, _ name: String, _ problem: DossierTemplateMessage.Problem) -> ArchiveError {
        ArchiveError(.valueRefused, DossierTemplateMessage(line: line, name: name, problem: problem), subject: "yaml")
    }
}

extension Reading {
    /// The receivers that the company loaded, else those that come with the program.
    func receiversInForce() throws -> Receivers {
        if let loaded = try receivers() { return loaded }
        return Receivers(version: 0, receivers: try DefinitionFile<Receiver>(String(decoding: Schema.receivers, as: UTF8.self)).items)
    }

    /// The receiver that a code or a name means.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`, which names those that there are.
    func receiver(meantBy word: String) throws -> Receiver {
        let (key, receivers) = (matchingKey(word), try receiversInForce().receivers)
        if let found = receivers.first(where: { [$0.code, $0.chinese, $0.english].map(matchingKey).contains(key) }) { return found }
        throw ArchiveError(
            .valueRefused, PackMessage.receiverUnknown(word), remedy: Remedy.words(receivers.map(\.name)), subject: "receiver")
    }
}
