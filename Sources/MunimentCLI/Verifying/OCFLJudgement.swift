import Archive
import ArgumentParser
import Disk
import FileStore
import Records
import SystemPackage
import Wording

/// `verify --ocfl`: what is wrong with an object or a root, a line for each finding; for programs all in one object.
struct OCFLJudgement {
    let path: FilePath
    let console: Console

    /// - Throws: ``ArchiveError`` for what is no OCFL or cannot be read; `ExitCode` 1 where there are errors.
    func run() throws {
        let progress = ProgressLine(console)
        let validation: Validation
        do throws(OCFLValidator.Refusal) {
            validation = try OCFLValidator(disk: Disk()).validate(path) { progress.show($0, of: $1) }
        } catch { throw refused(error) }
        progress.end()
        if console.json { try console.object(Answer(validation, console.tongue)) } else { tell(validation) }
        if !validation.isValid { throw ExitCode(1) }
    }

    private func refused(_ refusal: OCFLValidator.Refusal) -> ArchiveError {
        switch refusal {
        case .missing: ArchiveError(.inputMissing, OCFLMessage.missing(path.string), remedy: OCFLMessage.nameWhole, subject: path.string)
        case .neither: ArchiveError(.valueRefused, OCFLMessage.neither(path.string), remedy: OCFLMessage.nameWhole, subject: path.string)
        case .disk(let error):
            ArchiveError(
                .inputUnreadable, OCFLMessage.unreadable(path.string, error.errno.phrase), remedy: OCFLMessage.nameWhole,
                subject: path.string, cause: error)
        }
    }

    private func tell(_ validation: Validation) {
        for fault in validation.errors + validation.warnings {
            let object = fault.object.map { $0.isEmpty ? "." : $0 } ?? "-"
            console.line(
                "\(fault.code.rawValue)  \(object)  \(fault.place.isEmpty ? "." : fault.place)  \(fault.phrase.text(console.tongue))")
        }
        for message in messages(validation) { console.line(message.text(console.tongue)) }
    }

    private func messages(_ validation: Validation) -> [OCFLMessage] {
        let (isRoot, warnings) = (validation.kind == .root, validation.warnings.count)
        var messages: [OCFLMessage] = []
        if validation.unlisted > 0 { messages.append(.unlisted(validation.unlisted)) }
        if !validation.passedOver.isEmpty { messages.append(.passedOver(validation.passedOver.joined(separator: ", "))) }
        messages.append(
            validation.isValid
                ? .valid(root: isRoot, objects: validation.objects, warnings: warnings)
                : .invalid(root: isRoot, objects: validation.objects, errors: validation.errors.count, warnings: warnings))
        return messages
    }

    /// What a program is told.
    private struct Answer: Encodable {
        let valid: Bool
        let kind: String
        let objects: Int
        let errors: [Fault]
        let warnings: [Fault]
        let unlisted: Int
        let passedOver: [String]

        struct Fault: Encodable {
            let code: String
            let object: String?
            let version: String?
            let place: String
            let text: String
        }

        init(_ validation: Validation, _ tongue: Tongue) {
            func told(_ faults: [Validation.Fault]) -> [Fault] {
                faults.map {
                    Fault(
                        code: $0.code.rawValue, object: $0.object, version: $0.version, place: $0.place, text: $0.phrase.text(tongue))
                }
            }
            valid = validation.isValid
            kind = validation.kind == .root ? "root" : "object"
            objects = validation.objects
            errors = told(validation.errors)
            warnings = told(validation.warnings)
            unlisted = validation.unlisted
            passedOver = validation.passedOver
        }
    }
}
