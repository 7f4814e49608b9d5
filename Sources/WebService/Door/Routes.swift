extension Route {
    /// Every use case that is a value, by its way in. What brings bytes along, and signing in, have routes of their own.
    static let all: [Route] =
        documents + parties + dossiers + originals + transmittals + packs + numbers + classifying + retaining + holding + restricting
        + disposing
        + accounts
        + extracting
        + verifying + log
}
