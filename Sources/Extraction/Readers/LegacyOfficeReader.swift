/// DOC and XLS through catdoc.
enum LegacyOfficeReader {
    static func read(_ file: OpenFile, type: String) -> ExtractionOutcome {
        let isWord = type == "application/msword"
        let path = "/proc/self/fd/0"
        let answer =
            isWord
            ? Tool.run("/usr/bin/catdoc", ["-d", "utf-8", "-w", path], input: file, limit: 64 << 20)
            : Tool.run("/usr/bin/xls2csv", ["-d", "utf-8", "-q", "0", "-c", Border.cell, path], input: file, limit: 64 << 20)
        guard let answer else { return .failed("reader_missing: catdoc") }
        // A line each is a paragraph of a text, and a row of a sheet.
        let text = String(decoding: answer.output, as: UTF8.self).replacing("\n", with: Border.paragraph)
        if !text.allSatisfy(\.isWhitespace) {
            return ExtractionOutcome(result: .text, pieces: [.init(text: text)], maker: "catdoc")
        }
        return isEncrypted(file, isWord: isWord)
            ? .failed("encrypted", maker: "catdoc") : ExtractionOutcome(result: .empty, reason: "no_text_found", maker: "catdoc")
    }

    /// Word: the fEncrypted bit of the FIB (MS-DOC 2.5.2). Excel: a FilePass record right after BOF (MS-XLS 2.4.117).
    private static func isEncrypted(_ file: OpenFile, isWord: Bool) -> Bool {
        guard let compound = CompoundFile(file.read(min(file.size, 64 << 20))) else { return false }
        if isWord {
            guard let stream = compound.stream(named: "WordDocument"), stream.count > 12 else { return false }
            return stream[11] & 1 == 1
        }
        guard let stream = compound.stream(named: "Workbook") ?? compound.stream(named: "Book") else { return false }
        return hasFilePass(stream)
    }

    /// Goes through the first records of a workbook: type and length in two bytes each, then the body.
    private static func hasFilePass(_ stream: [UInt8]) -> Bool {
        var at = 0
        for _ in 0..<20 where at + 4 <= stream.count {
            if stream[at] == 0x2F, stream[at + 1] == 0 { return true }
            at += 4 + (Int(stream[at + 2]) | Int(stream[at + 3]) << 8)
        }
        return false
    }

    static func wide(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: wideUnits(bytes), as: UTF16.self) }

    private static func wideUnits(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
        let start = bytes.startIndex
        return stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[start + $0]) | UInt16(bytes[start + $0 + 1]) << 8 }
    }

    /// Microsoft Works: its text stream holds the words in plain bytes or UTF-16.
    static func readWorks(_ file: OpenFile) -> ExtractionOutcome {
        guard let compound = CompoundFile(file.read(min(file.size, 64 << 20))) else { return .failed("corrupt") }
        let streams = ["CONTENTS", "MatOST", "MN0"].compactMap { compound.stream(named: $0) }
        let text = streams.flatMap { [printable($0.map { UInt16($0) }), printable(wideUnits($0[...]))] }.joined(separator: "\n")
        return ExtractionOutcome(
            result: text.isEmpty ? .empty : .text, reason: text.isEmpty ? "no_text_found" : nil, pieces: [.init(text: text)],
            maker: Maker.program)
    }

    /// Stretches of at least eight printable Latin letters.
    private static func printable(_ units: [UInt16]) -> String {
        units.split { !((32...126).contains($0) || $0 == 10 || $0 == 13) }.filter { $0.count >= 8 }.map {
            String(decoding: $0, as: UTF16.self)
        }.joined(separator: "\n")
    }
}

/// Messages of Outlook (MS-OXMSG): subject, addresses and body from the property streams.
struct OutlookReader {
    let budget: ReadingBudget

    /// PidTag of subject, sender, display to, body, and the text of appointments and contacts.
    private static let wanted = ["0037", "0C1A", "0E04", "0E03", "1000", "3001", "8208"]

    func read(_ file: OpenFile) -> ExtractionOutcome {
        guard let compound = CompoundFile(file.read(min(file.size, DocumentReader.largest))) else { return .failed("corrupt") }
        var lines: [String] = []
        for index in compound.children(of: 0) {
            let name = compound.entries[index].name
            guard name.hasPrefix("__substg1.0_"), name.count == 20, Self.wanted.contains(String(name.dropFirst(12).prefix(4))) else {
                continue
            }
            let bytes = compound.stream(index)
            if name.hasSuffix("001F") {
                lines.append(LegacyOfficeReader.wide(bytes[...]))
            } else if name.hasSuffix("001E") {
                lines.append(TextDecoder.decode(bytes)?.text ?? "")
            }
        }
        if let html = compound.stream(named: "__substg1.0_10130102"), let text = HTMLReader.text(of: html, noting: budget) {
            lines.append(text)
        }
        if let packed = compound.stream(named: "__substg1.0_10090102"), let rtf = CompressedRTF.unpack(packed),
            let text = RTFReader.text(of: rtf)
        {
            lines.append(text)
        }
        let text = lines.joined(separator: Border.paragraph)
        return ExtractionOutcome(
            result: text.isEmpty ? .empty : .text, reason: text.isEmpty ? "no_text_found" : nil, pieces: [.init(text: text)],
            maker: Maker.program)
    }
}
