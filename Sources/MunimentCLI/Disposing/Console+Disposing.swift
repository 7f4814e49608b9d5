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
            say("另有 \(batch.withheld) 份你看不到", "\(batch.withheld) more, which you may not see")
        }
        if !batch.setAside.isEmpty {
            line(word("抽出：", "Set aside:"))
            showItems(batch.setAside)
        }
        for act in batch.acts { show(act) }
        for next in next(after: batch) { note(word("下一步：", "Next: ") + next) }
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
            let outcome =
                item.dropped.map { $0.text(tongue) } + (item.destroyedOn.map { [word("已于 \($0) 销毁", "destroyed on \($0)")] } ?? [])
            table.add([
                "\(item.document)", item.number ?? "", item.keptTo, item.decision?.text(tongue) ?? "",
                outcome.joined(separator: word("、", ", ")), item.title,
            ])
        }
        table.lines.forEach(line)
    }

    private func show(_ act: BatchActView) {
        let stale = act.isCurrent ? "" : word("（旧清册）", " (an earlier list)")
        let words = [act.post?.text(tongue), act.words].compactMap(\.self).joined(separator: word("：", ": "))
        line("\(act.on)  \(act.kind.text(tongue))\(stale)  \(act.name)  \(words)")
    }

    /// Who has to do what.
    private func next(after batch: BatchView) -> [String] {
        let and = word("、", ", ")
        switch batch.state {
        case .proposed:
            let roles = batch.openAppraisers.map { $0.text(tongue) }.joined(separator: and)
            return [word("鉴定：\(roles)", "appraise: \(roles)")]
        case .appraised:
            let posts = batch.openPosts.map { $0.text(tongue) }.joined(separator: and)
            return [word("签署：\(posts)", "sign: \(posts)")]
        case .signed: return [word("批准：单位负责人", "approve: head of the company")]
        case .approved:
            let roles = batch.openSupervisors.map { $0.text(tongue) }.joined(separator: and)
            return [
                word("监销：还差 \(batch.supervisorsLacking) 人 \(roles)", "supervise: \(batch.supervisorsLacking) more \(roles)")
            ]
        case .supervised, .executing: return [word("执行", "execute")]
        case .executed: return [word("出具证明", "certify")]
        case .certified, .cancelled: return []
        }
    }
}
