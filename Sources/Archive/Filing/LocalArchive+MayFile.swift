public import Records

extension LocalArchive {
    public func mayFile(by actor: Actor) async throws(ArchiveError) {
        try await recordingRefusals(of: .file, to: actor) { () async throws(ArchiveError) in try await mayBegin(.file, actor) }
    }
}
