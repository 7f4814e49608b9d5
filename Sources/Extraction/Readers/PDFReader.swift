/// PDF through poppler; scanned pages by OCR.
struct PDFReader {
    let budget: ReadingBudget

    /// Fewest letters on a page for it to count as having a text layer: less is a stamp or a page number on a scan.
    private static let fewestLetters = 12

    func read(_ file: OpenFile) -> ExtractionOutcome {
        guard let answer = Tool.run("/usr/bin/pdftotext", ["-enc", "UTF-8", "-q", "-", "-"], input: file, limit: 64 << 20) else {
            return .failed("reader_missing: pdftotext")
        }
        var pages = String(decoding: answer.output, as: UTF8.self).split(separator: "\u{0C}", omittingEmptySubsequences: false).map(
            String.init)
        if pages.last?.allSatisfy(\.isWhitespace) == true { pages.removeLast() }
        guard !pages.isEmpty else {
            return .failed(isEncrypted(file) ? "encrypted" : answer.exitCode == 0 ? "no_pages" : "corrupt", maker: Maker.pdf)
        }
        let (read, reason) = fillScans(pages, file)
        let pieces = read.enumerated().map { ExtractionOutcome.Piece(place: "\($0.offset + 1)", text: $0.element) }
        let isEmpty = read.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        return ExtractionOutcome(
            result: isEmpty ? .empty : .text, reason: isEmpty ? reason ?? "no_text_found" : reason, pieces: isEmpty ? [] : pieces,
            pages: pages.count,
            maker: read == pages ? Maker.pdf : Maker.pdf + ", " + Maker.ocr)
    }

    /// Reads pages without a text layer by OCR, as many as the budget allows.
    private func fillScans(_ pages: [String], _ file: OpenFile) -> ([String], String?) {
        var (filled, reason) = (pages, nil as String?)
        for (index, page) in pages.enumerated() where page.filter({ $0.isLetter || $0.isNumber }).count < PDFReader.fewestLetters {
            guard budget.takeScannedPage() else { return (filled, "too_many_scanned_pages") }
            let number = String(index + 1)
            let arguments = ["-q", "-r", "300", "-gray", "-png", "-f", number, "-l", number, "-singlefile", "-"]
            guard let picture = Tool.run("/usr/bin/pdftoppm", arguments, input: file, limit: 128 << 20),
                !picture.output.isEmpty, let text = OCR(budget: budget).text(of: picture.output)
            else {
                reason = "ocr_failed"
                continue
            }
            if !text.allSatisfy(\.isWhitespace) { filled[index] = page + text }
        }
        return (filled, reason)
    }

    private func isEncrypted(_ file: OpenFile) -> Bool { file.read(min(file.size, 64 << 20)).firstRange(of: Array("/Encrypt".utf8)) != nil }
}

extension Maker {
    static let pdf = "poppler pdftotext"
    static let ocr = "tesseract chi_sim+eng"
    static let html = "libxml2"
}

/// Text from pictures, by tesseract with simplified Chinese and English.
struct OCR {
    let budget: ReadingBudget

    private static let readable: Set<String> = [
        "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/webp", "image/gif", "image/x-portable-pixmap",
    ]

    func read(image file: OpenFile, type: String) -> ExtractionOutcome {
        guard OCR.readable.contains(type) else { return .failed("type_not_read") }
        guard budget.takeScannedPage() else { return .failed("too_many_scanned_pages") }
        guard let answer = Tool.run("/usr/bin/tesseract", ["stdin", "stdout", "-l", "chi_sim+eng"], input: file, limit: 16 << 20) else {
            return .failed("reader_missing: tesseract")
        }
        guard answer.exitCode == 0 else { return .failed("corrupt", maker: Maker.ocr) }
        let pages = String(decoding: answer.output, as: UTF8.self).split(separator: "\u{0C}").map(String.init)
        let pieces = pages.enumerated().map { ExtractionOutcome.Piece(place: pages.count > 1 ? "\($0.offset + 1)" : nil, text: $0.element) }
        let isEmpty = pages.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        return ExtractionOutcome(
            result: isEmpty ? .empty : .text, reason: isEmpty ? "no_text_found" : nil, pieces: isEmpty ? [] : pieces,
            pages: max(1, pages.count), maker: Maker.ocr)
    }

    /// The text in a PNG's bytes.
    func text(of picture: [UInt8]) -> String? {
        guard let file = MemoryFile.make(picture) else { return nil }
        defer { file.shut() }
        let answer = Tool.run("/usr/bin/tesseract", ["stdin", "stdout", "-l", "chi_sim+eng"], input: file, limit: 16 << 20)
        return answer.flatMap { $0.exitCode == 0 ? String(decoding: $0.output, as: UTF8.self) : nil }
    }
}
