import Glibc
import Records

/// Reads documents through LibreOffice: it turns them into the office format of today, which our own reader reads.
struct OfficeReader {
    let reader: DocumentReader

    static let program = "/usr/lib/libreoffice/program/soffice.bin"
    /// Largest file that is given to it, in bytes.
    private static let largest = 64 << 20
    /// LibreOffice ends with this code when it has made its settings and wants to be started again.
    private static let startAgain: Int32 = 81

    /// The ending under which LibreOffice knows a type, and the one of what it is turned into; nil where it is no use.
    static func kind(of type: String) -> (from: String, to: String)? {
        switch type {
        case "application/msword": ("doc", "docx")
        case "application/vnd.ms-works": ("wps", "docx")
        case "text/rtf": ("rtf", "docx")
        case "application/vnd.ms-excel": ("xls", "xlsx")
        case "application/vnd.ms-excel.sheet.binary.macroenabled.12": ("xlsb", "xlsx")
        case "application/vnd.ms-powerpoint": ("ppt", "pptx")
        case let word where word.contains("wordprocessingml"): ("docx", "docx")
        case let sheet where sheet.contains("spreadsheetml"): ("xlsx", "xlsx")
        case let slides where slides.contains("presentationml"): ("pptx", "pptx")
        case "application/vnd.oasis.opendocument.text": ("odt", "docx")
        case "application/vnd.oasis.opendocument.spreadsheet": ("ods", "xlsx")
        case "application/vnd.oasis.opendocument.presentation": ("odp", "pptx")
        default: nil
        }
    }

    /// To be called in a worker of the kind `office`.
    func read(_ file: OpenFile, type: MediaType) -> ExtractionOutcome {
        guard let kind = Self.kind(of: type.text) else { return .failed("type_not_read", maker: Maker.office) }
        guard let bytes = file.readAll(limit: Self.largest) else { return .failed("too_large", maker: Maker.office) }
        let folder = Confinement.folder
        let (input, output) = ("\(folder)/in/document.\(kind.from)", "\(folder)/out/document.\(kind.to)")
        guard mkdir("\(folder)/in", 0o700) == 0, Self.write(bytes, to: input) else { return .failed("no_memory", maker: Maker.office) }
        guard Self.convert(input, to: kind.to) else { return .failed("reader_missing: LibreOffice", maker: Maker.office) }
        let converted = open(output, O_RDONLY | O_CLOEXEC)
        guard converted >= 0 else { return .failed("corrupt", maker: Maker.office) }
        defer { close(converted) }
        var outcome = reader.read(OpenFile(descriptor: converted), type: Self.modern(kind.to), name: "document.\(kind.to)")
        outcome.maker = Maker.office
        return outcome
    }

    /// - Returns: whether the program could be started.
    private static func convert(_ input: String, to ending: String) -> Bool {
        let folder = Confinement.folder
        let arguments = [
            "-env:UserInstallation=file://\(folder)/settings", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
            ending, "--outdir", "\(folder)/out", input,
        ]
        for _ in 0..<2 {
            guard let answer = Tool.run(program, arguments, input: nil, limit: 1 << 20) else { return false }
            if answer.exitCode != startAgain { break }
        }
        return true
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard target >= 0 else { return false }
        defer { close(target) }
        return OpenFile(descriptor: target).append(bytes)
    }

    private static func modern(_ ending: String) -> MediaType {
        let office = "application/vnd.openxmlformats-officedocument."
        let name = ending == "docx" ? "wordprocessingml.document" : ending == "xlsx" ? "spreadsheetml.sheet" : "presentationml.presentation"
        return MediaType(office + name) ?? .unknown
    }
}

extension Maker {
    static let office = "LibreOffice, muniment 1"
}
