import CLinux
public import Disk
import Dispatch
import Foundation
import Glibc
public import Records
import Synchronization
public import SystemPackage

/// The parent's side of reading documents: starts workers, gives them open files, and trusts nothing that they answer (law 4).
///
/// A worker may crash, loop or blow up: it is ended, and the outcome says so.
public final class ExtractionService: Sendable {
    /// How long a worker may take, in seconds; then it is killed with all it started.
    public struct Limits: Sendable {
        /// The default is 20: the largest file takes a fraction of one to identify.
        public var identifying = 20
        /// The default is 900: 40 scanned pages at some 10 s each, on a slow machine.
        public var reading = 900
        /// A bag of 100 GiB, on a slow disk.
        static let checking = 3600

        public init(identifying: Int = 20, reading: Int = 900) {
            self.identifying = identifying
            self.reading = reading
        }
    }

    private let program: FilePath
    private let limits: Limits
    private let queue = DispatchQueue(label: "muniment.extraction", attributes: .concurrent)
    /// Workers that identify and are idle.
    private let idle = Mutex<[Holder]>([])

    /// A worker is used by one thread at a time: whoever took it out of `idle`.
    private struct Holder: @unchecked Sendable {  // guarded by `idle`
        let worker: WorkerProcess
        var uses: Int
    }

    /// After so many files a worker is replaced, so that what one file did to it does not last.
    private static let mostUses = 500
    /// Largest answer that is taken, in bytes.
    private static let largestAnswer = 192 << 20

    /// - Parameter program: this program itself, which is run as `program worker …`.
    public init(program: FilePath, limits: Limits = Limits()) {
        self.program = program
        self.limits = limits
    }

    /// What a file is. Never fails: what cannot be found out is `application/octet-stream` with the reason.
    public func identify(_ file: DiskFile, name: String) async -> Identification {
        await onThread { [self] in identifyNow(file, name) }
    }

    /// Whether a file whose form has an end reaches it; nil where that cannot be found out.
    public func ending(of file: DiskFile) async -> FileEnding? {
        await onThread { [self] in
            guard case .success(let ending) = ask(.ending, file, "", as: FileEnding.self), AnswerCheck.isSound(ending) else { return nil }
            return ending
        }
    }

    private func identifyNow(_ file: DiskFile, _ name: String) -> Identification {
        switch ask(.identify, file, name, as: Identification.self) {
        case .success(let found) where AnswerCheck.isSound(found): found
        case .success: Identification(mediaType: .unknown, problem: "worker_failed")
        case .failure(let reason): Identification(mediaType: .unknown, problem: reason.code)
        }
    }

    /// Asks a worker that serves many files; one that answers well is kept for the next.
    private func ask<Answer: Decodable>(
        _ task: WorkerRequest.Task, _ file: DiskFile, _ name: String, as: Answer.Type
    ) -> Result<Answer, Failure> {
        var holder = idle.withLock { $0.popLast() } ?? WorkerProcess(program: program, kind: .identify).map { Holder(worker: $0, uses: 0) }
        guard holder != nil else { return .failure(Failure(code: "worker_not_started")) }
        holder?.uses += 1
        let request = WorkerRequest(task: task, name: name, mediaType: nil)
        guard let worker = holder?.worker, worker.send(request, with: file.descriptor),
            let bytes = worker.receive(within: limits.identifying), let found = try? JSONDecoder().decode(Answer.self, from: Data(bytes))
        else { return .failure(Failure(code: "worker_failed")) }
        if let holder, holder.uses < Self.mostUses { idle.withLock { $0.append(holder) } }
        return .success(found)
    }

    /// The text of a file, or why there is none.
    public func read(_ file: DiskFile, name: String, mediaType: MediaType) async -> ExtractionOutcome {
        let request = WorkerRequest(task: .read, name: name, mediaType: mediaType)
        return await onThread { [self] in
            OfficeFallback(type: mediaType).read { kind in
                switch answer(to: request, file.descriptor, by: kind, as: ExtractionOutcome.self) {
                case .success(let outcome): AnswerCheck.isSound(outcome) ? outcome : .failed("worker_answer_refused")
                case .failure(let reason): .failed(reason.code)
                }
            }
        }
    }

    /// The rows of a ledger.
    public func readTable(_ file: DiskFile, name: String) async -> ReadTable {
        await onThread { [self] in
            switch answer(to: WorkerRequest(task: .table, name: name, mediaType: nil), file.descriptor, by: .read, as: ReadTable.self) {
            case .success(let table): AnswerCheck.isSound(table) ? table : ReadTable(sheets: [], problem: "worker_answer_refused")
            case .failure(let reason): ReadTable(sheets: [], problem: reason.code)
            }
        }
    }

    /// Whether a bag, in a folder or in one file, is complete and unchanged.
    ///
    /// - Parameter descriptor: Of the folder or the file, open for reading.
    /// - Returns: nil where the worker failed.
    public func checkBag(_ descriptor: CInt) async -> BagReport? {
        await onThread { [self] in
            let request = WorkerRequest(task: .bag, name: "", mediaType: nil)
            guard case .success(let report) = answer(to: request, descriptor, by: .bag, as: BagReport.self), AnswerCheck.isSound(report)
            else { return nil }
            return report
        }
    }

    private struct Failure: Error { let code: String }

    private func answer<Answer: Decodable>(
        to request: WorkerRequest, _ descriptor: CInt, by kind: WorkerKind, as: Answer.Type
    ) -> Result<Answer, Failure> {
        let output = muniment_memory_file()
        guard output >= 0 else { return .failure(Failure(code: "no_memory")) }
        defer { close(output) }
        guard let worker = WorkerProcess(program: program, kind: kind) else { return .failure(Failure(code: "worker_not_started")) }
        guard worker.send(request, with: descriptor), worker.send(request, with: output) else {
            return .failure(Failure(code: "worker_crashed"))
        }
        guard worker.wait(kind == .bag ? Limits.checking : limits.reading) else { return .failure(Failure(code: "timed_out")) }
        let answer = OpenFile(descriptor: output)
        guard answer.size <= Self.largestAnswer else { return .failure(Failure(code: "answer_too_large")) }
        guard answer.size > 0, let value = try? JSONDecoder().decode(Answer.self, from: Data(answer.read(answer.size))) else {
            return .failure(Failure(code: "worker_crashed"))
        }
        return .success(value)
    }

    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: work()) } }
    }
}
