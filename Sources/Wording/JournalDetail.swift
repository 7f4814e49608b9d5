public import Records

/// The facts of what a check of the journal found. Places are `000003.jsonl:17`.
public enum JournalDetail: Message, Hashable {
    /// Who remembers a state of the journal.
    public enum Witness: Sendable, Hashable {
        /// A checkpoint that lies beside the journal, by its size.
        case kept(Int)
        /// A checkpoint from outside the archive.
        case given
        case catalogue
        /// 控制登记簿
        case controlRegister

        fileprivate var phrase: Phrase {
            switch self {
            case .kept(let size): Phrase("checkpoints/\(size)", "checkpoints/\(size)")
            case .given: Phrase("给出的检查点", "the checkpoint given")
            case .catalogue: Phrase("目录库", "the catalogue")
            case .controlRegister: Phrase("控制登记簿", "the control register")
            }
        }
    }

    case unended(place: String)
    case otherLine(place: String, of: Int)
    case notWritten(place: String)
    case missing(ClosedRange<Int>, before: Int)
    case otherHeader(ClosedRange<Int>)
    case otherPayload(Int)
    case noPayload(Int)
    case payloadsExchanged(Int, Int)
    /// As many lines from the second number on as there are in the first range.
    case linesExchanged(ClosedRange<Int>, Int)
    case linesMoved(ClosedRange<Int>)
    case unsigned(Witness)
    case foreign(Witness)
    case otherRoot(Witness, size: Int)
    case endsBefore(last: Int, Witness, known: Int)
    /// A restore from a backup with so many events did without those up to another.
    case restored(after: Int, through: Int)
    case more(Int)

    public var phrase: Phrase { linePhrase ?? witnessPhrase }

    private var linePhrase: Phrase? {
        switch self {
        case .unended(let place):
            Phrase("\(place) 没有结束：写入中断，或末尾被截去", "\(place) does not end: an append was broken off or the end was cut away.")
        case .otherLine(let place, let sequence):
            Phrase("\(place) 已不是事件 \(sequence) 的那一行", "\(place) is not the line of event \(sequence) any more.")
        case .notWritten(let place): Phrase("\(place) 不是日志写在那里的行", "\(place) is not a line that the journal wrote there.")
        case .missing(let range, let next):
            Phrase(
                "事件 \(next) 之前缺少事件 \(range.lowerBound) 至 \(range.upperBound)",
                "Events \(range.lowerBound) to \(range.upperBound) are missing before event \(next).")
        case .otherHeader(let range) where range.count == 1:
            Phrase("事件 \(range.lowerBound) 的头不是当初所写", "The header of event \(range.lowerBound) is not the one that was written.")
        case .otherHeader(let range):
            Phrase(
                "事件 \(range.lowerBound) 至 \(range.upperBound) 的头至少有一个不是当初所写",
                "Of the headers of events \(range.lowerBound) to \(range.upperBound) one at least is not the one that was written.")
        case .otherPayload(let sequence):
            Phrase("事件 \(sequence) 的内容不是当初所写", "The payload of event \(sequence) is not the one that was written.")
        case .noPayload(let sequence):
            Phrase("事件 \(sequence) 的内容不见了，没有事件说明原因", "The payload of event \(sequence) is gone and no event says why.")
        default: nil
        }
    }

    private var witnessPhrase: Phrase {
        switch self {
        case .payloadsExchanged(let one, let other):
            Phrase("事件 \(one) 和 \(other) 的内容互换了", "Events \(one) and \(other) have each other's payload.")
        case .linesExchanged(let run, let other) where run.count == 1:
            Phrase(
                "事件 \(run.lowerBound) 和 \(other) 的行互换了位置", "The lines of events \(run.lowerBound) and \(other) have changed places.")
        case .linesExchanged(let run, let other):
            Phrase(
                "从事件 \(run.lowerBound) 和 \(other) 起各 \(run.count) 行互换了位置",
                "The lines from events \(run.lowerBound) and \(other) on, \(run.count) of each, have changed places.")
        case .linesMoved(let run) where run.count == 1:
            Phrase(
                "事件 \(run.lowerBound) 的行不在其编号所说的位置", "The line of event \(run.lowerBound) stands at another place than their numbers say.")
        case .linesMoved(let run):
            Phrase(
                "事件 \(run.lowerBound) 至 \(run.upperBound) 的行不在其编号所说的位置",
                "The lines of events \(run.lowerBound) to \(run.upperBound) stand at another place than their numbers say.")
        case .unsigned(let witness):
            Phrase(
                "\(witness.phrase.chinese) 不是由已知的密钥签署，或不是检查点",
                "\(witness.phrase.english) is not signed by a key that is known, or is no checkpoint.")
        case .foreign(let witness): Phrase("\(witness.phrase.chinese) 说的是另一个档案库", "\(witness.phrase.english) speaks of another archive.")
        case .otherRoot(let witness, let size):
            Phrase(
                "\(witness.phrase.chinese) 的根与前 \(size) 个事件的不同：其中有事件被改动，链被重新接上",
                "\(witness.phrase.english) has another root than the first \(size) events: one of them was changed and the chain mended.")
        case .endsBefore(let last, let witness, let known):
            Phrase(
                "日志在事件 \(last) 结束，\(witness.phrase.chinese)知道事件 \(known)",
                "The journal ends at event \(last), \(witness.phrase.english) knows \(known).")
        case .restored(let events, let last):
            Phrase(
                "备份有 \(events) 个事件；恢复时已知到事件 \(last) 为止都发生过", "The backup had \(events) events; up to \(last) were known to have happened.")
        case .more(let count): Phrase("还有 \(count) 处问题", "There are \(count) more findings.")
        default: Phrase("", "")
        }
    }
}
