import Records
import Wording

extension Console {
    /// A batch: its state, the list with what was decided, who did what, and who is next.
    func show(_ batch: BatchView) throws {
        if json { return try object(["batch": batch]) }
        line("\(batch.id)  \(batch.state.text(tongue))  \(batch.reason)")
        line("\(batch.digest)")
        showItems(batch.items)
        if batch.withheld > 0 {
            line(DisposalPageMessage.withheld(batch.withheld).text(tongue))
        }
        if !batch.setAside.isEmpty {
            line(word("抽出：", "Set aside:"))
            showItems(batch.setAside)
        }
        for act in batch.acts { show(act) }
        note(word("下一步：", "Next: ") + DisposalPageMessage.next(batch).text(tongue))
    }

    /// What keeps a document from being destroyed.
    func reason(of item: DroppedItem) -> String {
        item.reason.split(separator: ",").map { DisposalObstacle.phrase(of: String($0)).text(tongue) }.joined(separator: word("、", ", "))
    }

    private func showItems(_ items: [BatchItemView]) {
        var table = TextTable([
            word("文件", "document"), word("编号", "number"), word("保管至", "kept to"), word("意见", "decision"), word("结果", "outcome"),
            word("标题", "title"),
        ])
        for item in items {
            table.add([
                "\(item.document)", item.number ?? "", item.keptTo, item.decision?.text(tongue) ?? "",
                DisposalPageMessage.outcome(item).text(tongue), item.title,
            ])
        }
        table.lines.forEach(line)
        for redaction in items.compactMap(\.redaction) { line("  " + DisposalPageMessage.redaction(redaction).text(tongue)) }
    }

    private func show(_ act: BatchActView) {
        line([act.on, act.name, DisposalPageMessage.act(act).text(tongue), act.words].compactMap(\.self).joined(separator: "  "))
    }
}
