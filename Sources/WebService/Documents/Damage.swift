import Archive
import Logging
import Records

/// Runs what sends a file's bytes: bytes that differ from their digest are an alarm in the journal, and every failure is in the log.
struct Damage: Sendable {
    let archive: any Archive
    let actor: Actor
    let logger: Logger

    func watching<Value>(_ content: Content, _ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let error as ArchiveError {
            logger.error("sending \(content.document) failed: \(error)")
            if error.code == .digestDiffers {
                do throws(ArchiveError) { try await archive.recordDamage(of: content, by: actor) } catch {
                    logger.error("the damage to \(content.document) is not recorded: \(error)")
                }
            }
            throw error
        }
    }
}
