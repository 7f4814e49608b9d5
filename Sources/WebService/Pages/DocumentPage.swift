import Archive
import Records
import Wording

/// One document: what is known of it, its versions and files.
struct DocumentPage {
    let document: DocumentView
    let typeName: String
    let tongue: Tongue

    var body: String {
        let withdrawn =
            document.withdrawn ? "<p class=\"note\">\(word("已撤回：", "Withdrawn: "))\(HTML.escaped(document.withdrawalReason ?? ""))</p>" : ""
        return """
            <p><a href="/">← \(word("检索", "Search"))</a></p><h1>\(HTML.escaped(document.title))</h1>\(withdrawn)
            <table>\(facts.map { "<tr><th scope=\"row\">\($0.0)</th><td>\(HTML.escaped($0.1))</td></tr>" }.joined())</table>
            \(document.versions.reversed().map(version).joined())
            """
    }

    private func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(tongue) }

    private var facts: [(String, String)] {
        let optional: [(String, String?)] = [
            (word("编号", "Number"), document.number), (word("客户", "Party"), document.party?.name),
            (word("金额", "Amount"), document.amount.map { "\($0.currency) \($0.value)（\($0.written)）" }),
            (word("签订日期", "Signed"), document.signed.map { "\($0.date)" }),
            (word("生效日", "Effective"), document.effective.map { "\($0.date)" }),
            (word("到期日", "Ends"), document.expiry.map { "\($0.date)" }),
            (word("经办人", "Handler"), document.handler), (word("类目", "Class"), document.class),
            (word("状态", "State"), document.state?.text(tongue)),
            (word("备注", "Note"), document.note),
        ]
        let fields = document.fields.sorted { $0.key < $1.key }.map { (HTML.escaped($0.key), $0.value) }
        let confidentiality = [
            Confidentiality.open: word("公开", "public"), .internal: word("内部", "internal"), .secret: word("秘密", "secret"),
        ]
        return [(word("标识", "Identifier"), "\(document.id)"), (word("类型", "Type"), typeName)]
            + optional.compactMap { name, value in value.map { (name, $0) } } + fields
            + [(word("密级", "Confidentiality"), confidentiality[document.confidentiality] ?? ""), (word("归档日期", "Filed"), document.filedOn)]
    }

    private func version(_ version: VersionView) -> String {
        let reason = version.reason.map { " · \(HTML.escaped($0))" } ?? ""
        return """
            <h2>\(word("版本", "Version")) \(version.number.value) <span class="count">\(version.madeAt)\(reason)</span></h2>
            <table>\(version.files.map { "<tr><td>\(file($0, in: version))</td></tr>" }.joined())</table>
            """
    }

    private func file(_ file: FileView, in version: VersionView) -> String {
        let record = file.record
        let address = "/documents/\(document.id)/versions/\(version.number.value)/files/\(HTML.queryValue(record.name.text))"
        let claimed =
            record.claimedType.map {
                "<br><span class=\"warning\">\(word("名称像 \($0)，内容是 \(record.mediaType)", "The name says \($0), the content is \(record.mediaType)"))</span>"
            } ?? ""
        let text = file.text?.reason.map { "<br><span class=\"warning\">\(word("文字：", "Text: "))\(HTML.escaped($0))</span>" } ?? ""
        return """
            <a href="\(HTML.escaped(address))">\(HTML.escaped(record.name.text))</a> <span class="count">\(record.size) B · \(HTML.escaped(record.mediaType.text))</span>\(claimed)\(text)
            <div class="digest">sha256 \(record.sha256.hex)</div>
            """
    }
}
