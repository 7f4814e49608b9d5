import Archive
import Records
import Wording

extension Console {
    /// Shows the answer to a change of a document.
    func show(_ filed: Filed, chinese: String, english: String) throws {
        if json { return try object(filed) }
        let document = filed.document
        line("\(word(chinese, english)) \(document.id)  v\(document.version.value)  \(document.title)")
        for duplicate in filed.duplicates {
            line(
                "  " + word("已有相同的：", "The same is filed as ") + "\(duplicate.id.map { "\($0)" } ?? "?")  \(duplicate.title ?? "")"
                    + withdrawn(duplicate))
        }
        if !filed.applied {
            note(
                word(
                    "警告：更改已生效，但磁盘上还没有完成，下次写入前会自动完成",
                    "Warning: it has happened, but is not carried out on the disk yet; the next change does that"))
        }
    }

    /// Names the documents that hold the same, as far as the reader may know of them.
    func show(_ duplicates: [Duplicate]) { lines(of: duplicates).forEach(line) }

    func lines(of duplicates: [Duplicate]) -> [String] {
        duplicates.compactMap { duplicate in
            duplicate.id.map { "  \($0)  \(duplicate.number ?? "")  \(duplicate.title ?? "")\(withdrawn(duplicate))" }
        }
    }

    private func withdrawn(_ duplicate: Duplicate) -> String {
        if duplicate.reason == .destroyed { return word("（已销毁）", " (destroyed)") }
        if duplicate.reason == .redacted { return word("（内容已脱敏）", " (redacted)") }
        return duplicate.withdrawn == true ? word("（已撤回）", " (withdrawn)") : ""
    }

    /// Shows what became of a change of a document.
    func show(_ outcome: Outcome<DocumentView>, chinese: String, english: String) throws {
        try show(Filed(document: outcome.answer, duplicates: [], applied: outcome.applied), chinese: chinese, english: english)
    }

    /// Shows one document.
    func show(_ document: DocumentView) throws {
        if json { return try object(["document": document]) }
        for (name, value) in rows(of: document) { line(padded(name, to: 14) + value) }
        for version in document.versions.reversed() { show(version) }
    }

    private func rows(of document: DocumentView) -> [(String, String)] {
        var rows = [
            (word("标识", "id"), "\(document.id)"), (word("标题", "title"), document.title), (word("类型", "type"), name(of: document.type)),
        ]
        let optional: [(String, String?)] = [
            (word("编号", "number"), document.number), (word("客户", "party"), document.party?.name),
            (word("金额", "amount"), document.amount.map { "\($0.currency) \($0.value)  (\($0.written))" }),
            (word("签订", "signed"), document.signed.map { "\($0.date)" }),
            (word("生效", "effective"), document.effective.map { "\($0.date)" }),
            (word("到期", "expiry"), document.expiry.map { "\($0.date)" }), (word("经办人", "handler"), document.handler),
            (word("类目", "class"), document.class), (word("密级", "confidentiality"), document.confidentiality.text(tongue)),
            (word("状态", "state"), document.state?.text(tongue)),
            (word("备注", "note"), document.note),
            (word("撤回", "withdrawn"), document.withdrawn ? document.withdrawalReason ?? "" : nil),
            (word("归档于", "filed"), "\(document.filedOn)"),
        ]
        rows += optional.compactMap { name, value in value.map { (name, $0) } }
        return rows + document.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func show(_ version: VersionView) {
        line("")
        line(word("版本", "version") + " \(version.number.value)  \(version.kind.text(tongue))  \(version.madeAt)  \(version.reason ?? "")")
        for file in version.filesMainFirst {
            let record = file.record
            if let redacted = file.redacted {
                line("  \(record.name)  \(DisposalPageMessage.redacted(redacted).text(tongue))")
                continue
            }
            line("  \(record.name)  \(record.size) B  \(record.mediaType)  sha256:\(record.sha256.hex.prefix(16))…")
            if let claimed = record.claimedType {
                line(
                    "    "
                        + word(
                            "注意：名称像 \(claimed)，内容是 \(record.mediaType)",
                            "Note: the name says \(claimed), the content is \(record.mediaType)"))
            }
            if let problem = record.typeProblem { line("    " + word("类型未识别：", "type not identified: ") + named(problem)) }
            if let text = file.text, let reason = text.reason { line("    " + word("文字：", "text: ") + named(reason)) }
        }
    }

    /// Who acted, as the journal and versions write it.
    func name(ofActor actor: String) -> String { Actor(actor)?.text(tongue) ?? actor }

    /// How people call a document type.
    func name(of type: DocumentType) -> String { vocabulary?.name(of: type).text(tongue) ?? type.code }

    /// Why something could not be read, by the name of its code.
    func named(_ reason: String) -> String { ReadingProblem.phrase(of: reason).text(tongue) }

    func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - TextTable.width(text)))
    }
}
