import CLinux
import Foundation
import Glibc
import Records

/// What runs in a worker's process: it confines itself and only then touches the file (law 4).
public enum WorkerMain {
    /// Serves requests that come over the standard input until it closes.
    ///
    /// - Parameter kind: `identify`, which serves many files and may neither open a file nor start a program; `read`,
    ///   which serves one file and may start the programs of the system that read documents; `office`, the same for LibreOffice,
    ///   which needs sockets of this system and a folder, and gets no network; or `bag`, which serves one bag and starts nothing.
    /// - Returns: the exit code.
    public static func run(kind: String) -> Int32 {
        guard let kind = WorkerKind(rawValue: kind) else { return 64 }
        return kind == .identify ? identifyMany() : readOne(kind)
    }

    private static func identifyMany() -> Int32 {
        guard let magic = MagicDatabase() else { return 69 }
        TextDecoder.loadConverters()
        guard Confinement.enter(.identify, readable: []) == nil else { return 77 }
        while let (request, file) = receive() {
            defer { file.shut() }
            let isAnswered =
                request.task == .ending
                ? answer(FileEnding.of(file)) : answer(TypeSniffer(magic: magic).identify(file, name: request.name))
            guard isAnswered else { return 74 }
        }
        return 0
    }

    private static func readOne(_ kind: WorkerKind) -> Int32 {
        guard let (request, file) = receive(), let (_, output) = receive() else { return 66 }
        let problem = Confinement.enter(kind, readable: ["/proc/self/fd/\(file.descriptor)"])
        if let problem { return send(ExtractionOutcome.failed("not_confined: \(problem)"), to: output) }
        if request.task == .bag { return send(BagReader.report(of: file.isFolder ? BagFolder(file) : BagArchive(file)), to: output) }
        if request.task == .table { return send(TableReader.read(file, name: request.name), to: output) }
        let (reader, type) = (DocumentReader(budget: ReadingBudget()), request.mediaType ?? .unknown)
        if kind == .office { return send(OfficeReader(reader: reader).read(file, type: type), to: output) }
        return send(reader.read(file, type: type, name: request.name), to: output)
    }

    private static func receive() -> (WorkerRequest, OpenFile)? {
        var bytes = [UInt8](repeating: 0, count: WorkerRequest.largestPacket)
        var descriptor: CInt = -1
        let count = muniment_receive(STDIN_FILENO, &bytes, bytes.count, &descriptor)
        guard count > 0, descriptor >= 0, let request = try? JSONDecoder().decode(WorkerRequest.self, from: Data(bytes.prefix(count)))
        else { return nil }
        return (request, OpenFile(descriptor: descriptor))
    }

    private static func answer(_ value: some Encodable) -> Bool {
        guard let bytes = try? JSONEncoder().encode(value) else { return false }
        return bytes.withUnsafeBytes { muniment_send(STDIN_FILENO, $0.baseAddress, $0.count, -1) } == 0
    }

    private static func send(_ value: some Encodable, to output: OpenFile) -> Int32 {
        guard let bytes = try? JSONEncoder().encode(value) else { return 70 }
        return output.append(Array(bytes)) ? 0 : 74
    }
}

/// The kinds of worker.
package enum WorkerKind: String, Sendable { case identify, read, office, bag }

/// A file that is open in this process.
struct OpenFile {
    let descriptor: CInt

    /// Closes it; nothing may use it afterwards.
    func shut() { close(descriptor) }

    /// In bytes.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    var isFolder: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Up to `count` bytes from `offset` on.
    func read(_ count: Int, at offset: Int = 0) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
                if got <= 0 { break }
                filled += got
            }
        }
    }

    /// Writes bytes at its end; answers false where they do not fit.
    func append(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// The whole file; nil where it is larger than `limit`.
    func readAll(limit: Int) -> [UInt8]? { size <= limit ? read(size) : nil }
}
