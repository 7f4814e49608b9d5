import Records

/// What the part `metadata` says of a redaction (脱敏, R-49).
struct RedactionMembers: Decodable {
    /// Which file of which version has the bytes.
    let version: VersionNumber
    let name: FileName
    let reason: String
}
