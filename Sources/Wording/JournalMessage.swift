public import Records
public import SystemPackage

/// What is said about the journal: why it cannot be read or written, and what a check of it found.
public enum JournalMessage: Message, Hashable {
    // Why it cannot go on. Places are `000003.jsonl:17`.
    case missing(String)
    /// In a call on a file.
    case diskFailed(String, Errno)
    case headMoved(Int)
    case unsettled(String)
    case outcomeUnknown
    case groupTooLarge(Int)
    case contradictsCheckpoint(Int)
    case signingFailed
    case notInTree(Int, size: Int)
    case damaged(String, JournalFault)
    case objectUntold(String)
    case newerEvent(Int)
    case payloadUnreadable(Int)

    // What a check found.
    case edited(String, place: String)
    case deleted(String)
    case inserted(place: String)
    case reordered(String, place: String)
    case swapped(String, with: Int)
    case torn(place: String)
    case erasedWithoutReason(String, place: String)
    case truncated(String)
    case rewritten(String)
    case forked(String)
    case checkpointForeign
    case checkpointUnsigned
    case more

    // What can be done.
    case verifyAndRestore
    case restore
    case askAgain
    case settle
    case checkKey

    public var phrase: Phrase { errorPhrase ?? findingPhrase }

    private var errorPhrase: Phrase? {
        switch self {
        case .missing(let path): Phrase("\(path) 里没有日志", "There is no journal in \(path)")
        case .diskFailed(let call, let reason):
            Phrase("写不了日志：\(call)：\(reason.phrase.chinese)", "The journal could not be written: \(call): \(reason.phrase.english)")
        case .headMoved(let sequence): Phrase("日志已不在事件 \(sequence) 结束", "The journal does not end at event \(sequence) any more")
        case .unsettled(let segment): Phrase("\(segment) 的末尾不完整，需要先处理", "The end of \(segment) is torn and must be settled first")
        case .outcomeUnknown: Phrase("写日志失败，结果不明", "Writing the journal failed, and whether anything was written is unknown")
        case .groupTooLarge(let bytes): Phrase("一次写入 \(bytes) 字节，太多", "\(bytes) bytes are too many for one group")
        case .contradictsCheckpoint(let size):
            Phrase("日志与 \(size) 个事件时签署的检查点不符", "The journal contradicts the checkpoint signed at \(size) events")
        case .signingFailed: Phrase("签名失败", "Signing failed")
        case .notInTree(let sequence, let size):
            Phrase("事件 \(sequence) 不在 \(size) 个事件的检查点之内", "Event \(sequence) is not within a checkpoint of \(size) events")
        case .damaged(let place, let fault):
            Phrase("日志 \(place) 损坏：\(fault.phrase.chinese)", "The journal is damaged at \(place): \(fault.phrase.english)")
        case .objectUntold(let document):
            Phrase(
                "日志里没有文件 \(document)，但它的内容在：日志末尾被截断",
                "The journal does not speak of \(document), whose files are there: its tail was cut off")
        case .newerEvent(let sequence):
            Phrase("事件 \(sequence) 由更新的程序写下，本程序看不懂", "Event \(sequence) was written by a newer program, and this one cannot read it")
        case .payloadUnreadable(let sequence):
            Phrase("事件 \(sequence) 的内容不符合它的类型", "The payload of event \(sequence) is not what its type says")
        case .verifyAndRestore: Phrase("请检验日志，并从备份恢复", "Verify the journal and restore it from a backup")
        case .restore: Phrase("请从备份恢复日志", "Restore the journal from a backup")
        case .askAgain: Phrase("请用同一个键再问一次", "Ask again with the same key")
        case .settle: Phrase("再次打开档案库即可处理", "Opening the archive again settles it")
        case .checkKey: Phrase("请核对检查点和公钥", "Check which checkpoint and which public key were given")
        default: nil
        }
    }

    private var findingPhrase: Phrase {
        switch self {
        case .edited(let events, let place): Phrase("事件 \(events) 被改动（\(place)）", "Event \(events) was edited (\(place))")
        case .deleted(let events): Phrase("事件 \(events) 被删除", "Event \(events) was deleted")
        case .inserted(let place): Phrase("\(place) 是插入的行", "The line \(place) was inserted")
        case .reordered(let events, let place):
            Phrase("事件 \(events) 被移到别处（\(place)）", "Event \(events) was moved to another place (\(place))")
        case .swapped(let events, let other): Phrase("事件 \(events) 与事件 \(other) 被对调", "Event \(events) was swapped with event \(other)")
        case .torn(let place): Phrase("日志末尾不完整（\(place)）", "The end of the journal is torn (\(place))")
        case .erasedWithoutReason(let events, let place):
            Phrase("事件 \(events) 的内容被清空，没有事件说明原因（\(place)）", "The payload of event \(events) is gone and no event says why (\(place))")
        case .truncated(let events):
            Phrase(
                "日志末尾缺少事件 \(events)：被截断，或放回了旧的状态", "Event \(events) is missing at the end: the tail was cut off or an older state put back")
        case .rewritten(let events):
            Phrase("事件 \(events) 与签署的检查点不符：日志被重写", "Event \(events) contradicts a signed checkpoint: the journal was written anew")
        case .forked(let events):
            Phrase(
                "从备份恢复时缺了事件 \(events)：检查点是恢复之前签署的",
                "Event \(events) is missing since a restore from a backup: the checkpoint was signed before it")
        case .checkpointForeign: Phrase("检查点属于另一个档案库", "The checkpoint is of another archive")
        case .checkpointUnsigned: Phrase("检查点没有有效的签名", "The checkpoint has no valid signature")
        case .more: Phrase("还有更多问题", "There are more findings")
        default: Phrase("日志出错", "The journal failed")
        }
    }
}

/// What is wrong with a line of the journal.
public enum JournalFault: Sendable, Hashable {
    case unreadable, payloadDiffers, chainBroken, outOfSequence(expected: Int, found: Int), tooLong, unended
    case knownLineTorn(Int), endsBefore(Int), segmentMissing

    var phrase: Phrase {
        switch self {
        case .unreadable: Phrase("不是日志行", "this is no line of a journal")
        case .payloadDiffers: Phrase("内容与摘要不符", "the payload differs from its digest")
        case .chainBroken: Phrase("与上一行不相连", "it does not follow the line before")
        case .outOfSequence(let expected, let found):
            Phrase("应是事件 \(expected)，却是 \(found)", "event \(expected) is due and \(found) is there")
        case .tooLong: Phrase("行太长", "the line is too long")
        case .unended: Phrase("行没有结束", "the line does not end")
        case .knownLineTorn(let known): Phrase("行不完整，但事件 \(known) 曾经完整写入", "the line is torn, but event \(known) was whole once")
        case .endsBefore(let known): Phrase("日志在事件 \(known) 之前结束", "the journal ends before event \(known)")
        case .segmentMissing: Phrase("文件缺失或是空的", "the file is missing or empty")
        }
    }
}
