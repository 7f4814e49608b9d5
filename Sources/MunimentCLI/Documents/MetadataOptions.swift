import Archive
import ArgumentParser
import Foundation
import Records
import SystemPackage
import Wording
import Yams

/// Metadata by options or by a sidecar.
struct MetadataOptions: ParsableArguments {
    @Option(
        help: .said(
            "文件类型，中英文皆可：合同 contract、报价书 quote、标书 tender、交底 handover ……",
            "Document type, in either language: contract 合同, quote 报价书, tender 标书, handover 交底 …", valueName: "type"))
    var type: String?
    @Option(help: .said("标题；不给则用文件名。", "Title; without one, the file's name."))
    var title: String?
    @Option(help: .said("纸面上的编号。", "Number on the paper."))
    var number: String?
    @Option(help: .said("客户，即交易的对方。", "The other side of the deal (客户)."))
    var party: String?
    @Option(help: .said("金额，照原样写：1280000、￥1,280,000.00、128万、壹佰贰拾捌万元整。", "Sum, as written: 1280000, ￥1,280,000.00, 128万, 壹佰贰拾捌万元整."))
    var amount: String?
    @Option(help: .said("签订日期：2024-03-01、2024年3月1日、2024-03、2024。", "Signed on: 2024-03-01, 2024年3月1日, 2024-03, 2024."))
    var signed: String?
    @Option(help: .said("生效日期。", "Effective from."))
    var effective: String?
    @Option(help: .said("到期日期。", "Ends on."))
    var expiry: String?
    @Option(help: .said("经办人。", "Handler (经办人)."))
    var handler: String?
    @Option(name: .customLong("class"), help: .said("分类方案里的类目。", "Class of the classification scheme (类目)."))
    var recordClass: String?
    @Option(help: .said("密级：公开 public、内部 internal 或秘密 secret。", "public 公开, internal 内部 or secret 秘密."))
    var confidentiality: String?
    @Option(help: .said("合同的状态：履行中 in_force ……", "State of a contract: in_force 履行中 …"))
    var state: String?
    @Option(help: .said("备注。", "Remark (备注)."))
    var note: String?
    @Option(
        name: .customLong("field"), parsing: .singleValue,
        help: .said("另加的字段；可重复。", "A further field; may be repeated.", valueName: "name=value"))
    var fields: [String] = []
    @Option(help: .said("YAML 文件，各项名称与这些选项相同。", "A YAML file with the same names as these options.", valueName: "file"))
    var sidecar: String?

    /// The words of the options over those of the sidecar.
    func words() throws(ArchiveError) -> MetadataWords { try description().words }

    /// What the sidecar says, with the words of the options over its own.
    func description() throws(ArchiveError) -> FilingDescription {
        var description = try sidecar.map { path throws(ArchiveError) in try Sidecar.read(absolute(path)) } ?? FilingDescription()
        try putOptions(over: &description.words)
        return description
    }

    private func putOptions(over words: inout MetadataWords) throws(ArchiveError) {
        words.type = type ?? words.type
        words.title = title ?? words.title
        words.number = number ?? words.number
        words.party = party ?? words.party
        words.amount = amount ?? words.amount
        words.signed = signed ?? words.signed
        words.effective = effective ?? words.effective
        words.expiry = expiry ?? words.expiry
        words.handler = handler ?? words.handler
        words.class = recordClass ?? words.class
        words.confidentiality = confidentiality ?? words.confidentiality
        words.state = state ?? words.state
        words.note = note ?? words.note
        for field in fields {
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw ArchiveError(.valueRefused, ArchiveMessage.fieldNameRefused(field), subject: field)
            }
            words.fields = (words.fields ?? [:]).merging([String(parts[0]): String(parts[1])]) { _, new in new }
        }
    }
}
