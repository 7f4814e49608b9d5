public import Records

/// What stands on the handover sheet (交底单) and on the page of a pack.
public enum PackWord: String, Message, CaseIterable {
    case sheet, pack, edition, number, party, deal, receiver, issued, participants, signed, item, state, content, attachments
    case order, title, version, file, size, digest, giver, taker, attendee
    case checkHeading, check, withheld, notSigned, noFile

    public var phrase: Phrase { head ?? body }

    private var head: Phrase? {
        switch self {
        case .sheet: Phrase("销售交底单", "Handover sheet")
        case .pack: Phrase("交底资料", "Pack")
        case .edition: Phrase("版次", "Edition")
        case .number: Phrase("项目／合同编号", "Contract no.")
        case .party: Phrase("客户", "Party")
        case .deal: Phrase("案卷", "Dossier")
        case .receiver: Phrase("接收方", "For")
        case .issued: Phrase("签发日期", "Issued on")
        case .participants: Phrase("参加人", "Present")
        case .signed: Phrase("签收日期", "Signed for on")
        case .item: Phrase("交底内容", "What is handed over")
        case .state: Phrase("情况", "State")
        case .content: Phrase("说明及文件", "What there is to know")
        case .attachments: Phrase("附件清单", "Enclosures")
        case .order: Phrase("序号", "No.")
        case .title: Phrase("题名", "Title")
        case .version: Phrase("版本", "Version")
        default: nil
        }
    }

    private var body: Phrase {
        switch self {
        case .file: Phrase("文件", "File")
        case .size: Phrase("字节", "Bytes")
        case .digest: Phrase("摘要（SHA-256）", "Digest (SHA-256)")
        case .giver: Phrase("交底人", "Handed over by")
        case .taker: Phrase("接收人", "Taken over by")
        case .attendee: Phrase("参加人", "Present")
        case .checkHeading: Phrase("如何核对", "How to check it")
        case .check:
            Phrase(
                "本资料是 BagIt 1.0（RFC 8493）规定的包：manifest-sha256.txt 和 manifest-sha512.txt 列有每个文件的摘要，用 sha256sum -c manifest-sha256.txt，或任何 BagIt 程序，就能看出是否齐全、有没有改动。pack.json 供程序读取，它的写法见 pack.schema.json。",
                "This is a bag by BagIt 1.0 (RFC 8493): manifest-sha256.txt and manifest-sha512.txt have the digest of each file; sha256sum -c manifest-sha256.txt, or any program for bags, shows whether all is there and nothing was changed. pack.json is for programs, and pack.schema.json says how it is written."
            )
        case .withheld: Phrase("部分内容因无权查阅而未列入（R-26）。", "Something is left out for want of a right to see it (R-26).")
        case .notSigned: Phrase("未签收", "not signed for")
        case .noFile: Phrase("原件内容已脱敏，不在本资料中", "its content was redacted and is not in this pack")
        default: Phrase("", "")
        }
    }
}

/// What is said of a document or a file in a pack.
public enum PackFileMessage: Message, Hashable {
    case version(Int)
    case newer(Int)
    case destroyed(on: String)
    case by(String, isOverdue: Bool)
    case superseded(by: Int)
    case editionNumber(Int)
    case rejected(String)
    /// How many are not told one by one.
    case others(Int)

    public var phrase: Phrase {
        switch self {
        case .version(let number): Phrase("第 \(number) 版", "version \(number)")
        case .newer(let number): Phrase("已有第 \(number) 版", "there is a version \(number) by now")
        case .destroyed(let day): Phrase("已于 \(day) 销毁", "destroyed on \(day)")
        case .by(let day, let isOverdue):
            isOverdue ? Phrase("应于 \(day) 前补来，已逾期", "was to come by \(day)") : Phrase("\(day) 前补来", "comes by \(day)")
        case .superseded(let number):
            Phrase("这是旧版：已有第 \(number) 版（R-24）。", "This is an old edition: there is an edition \(number) by now (R-24).")
        case .others(let count):
            Phrase("另有 \(count) 份，见 index.html 和 manifest-sha256.txt", "\(count) more: see index.html and manifest-sha256.txt")
        case .rejected(let reason): Phrase("退回原因：\(reason)", "sent back because: \(reason)")
        case .editionNumber(let number): Phrase("第 \(number) 版", "edition \(number)")
        }
    }
}
