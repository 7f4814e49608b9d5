import Archive

/// The confined helpers of this program.
enum Workers {
    /// What the archive needs from outside itself.
    static func surroundings() -> LocalArchive.Surroundings { LocalArchive.Surroundings() }
}
