import Records

/// What the part `metadata` says of a new version.
struct VersionMembers: Decodable {
    /// Why there is a new version.
    let reason: String
    let kind: VersionKind?
    /// Whether the files of the version before stay, but for those of the same names.
    let keepsOthers: Bool
    let allowEmpty: Bool
    /// Whether bytes are taken that were destroyed or redacted.
    let allowDuplicate: Bool
    /// The version that the caller believes to be current; another one refuses the change.
    let expected: VersionNumber?
}
