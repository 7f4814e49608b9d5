import CGMime

/// Mail through GMime: headers, bodies, and attachments as members.
struct MailReader {
    let reader: DocumentReader

    private final class Parts {
        var pieces: [(type: String, name: String?, isText: Bool, bytes: [UInt8])] = []
    }

    func read(_ file: OpenFile, isMailbox: Bool) -> ExtractionOutcome {
        let bytes = file.read(file.size)
        let parts = Parts()
        var shortfall = muniment_mail_shortfall()
        let count = bytes.withUnsafeBytes { buffer in
            muniment_read_mail(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, isMailbox ? 1 : 0, ReadingBudget.largestMember,
                { context, type, name, isText, bytes, count in
                    guard let context, let type, let bytes else { return }
                    let content = Array(UnsafeRawBufferPointer(start: bytes, count: count))
                    Unmanaged<Parts>.fromOpaque(context).takeUnretainedValue().pieces.append(
                        (String(cString: type), name.map { String(cString: $0) }, isText != 0, content))
                }, Unmanaged.passUnretained(parts).toOpaque(), &shortfall)
        }
        guard count > 0 else { return .failed("corrupt", maker: "GMime") }
        if shortfall.is_cut != 0 { reader.budget.note("damaged") }
        if shortfall.is_left_out != 0 { reader.budget.note("too_large") }
        let pieces = parts.pieces.flatMap { part -> [ExtractionOutcome.Piece] in
            if part.isText {
                let text =
                    part.type == "text/html"
                    ? HTMLReader.text(of: part.bytes, noting: reader.budget) : String(decoding: part.bytes, as: UTF8.self)
                return [.init(text: text ?? "")]
            }
            let name = part.name ?? "part"
            return [.init(place: name, text: name)] + reader.readMember(part.bytes, name: name)
        }
        let useful = pieces.filter { !$0.text.allSatisfy(\.isWhitespace) }
        return ExtractionOutcome(
            result: useful.isEmpty ? .empty : .text, reason: useful.isEmpty ? "no_text_found" : nil, pieces: useful, maker: "GMime")
    }
}
