/// Why the archive refused or could not go on. A code keeps its meaning for ever; `docs/errors.md` has a heading for each.
public enum ErrorCode: String, Sendable, CaseIterable, Codable {
    // Asked wrongly: mend the request.
    case inputUnreadable = "M101"
    case inputMissing = "M102"
    case inputEmpty = "M103"
    case inputNotAFile = "M104"
    case nameRefused = "M105"
    case valueRefused = "M106"
    case duplicate = "M107"
    case numberTaken = "M108"
    case keyReused = "M109"
    case versionStale = "M110"
    case stateWrong = "M111"
    case outputExists = "M112"
    case outputFailed = "M113"
    case tooLarge = "M114"
    case usage = "M115"

    // Not there.
    case documentUnknown = "M201"
    case versionUnknown = "M202"
    case fileUnknown = "M203"
    case accountUnknown = "M204"
    case tokenUnknown = "M205"
    case archiveMissing = "M206"
    case recordUnknown = "M207"
    case destroyed = "M208"

    // Not allowed.
    case notAllowed = "M301"
    case signInNeeded = "M302"
    case blocked = "M303"
    case tooManyTries = "M304"
    case personNeeded = "M305"

    // The archive cannot do it now.
    case noSpace = "M401"
    case readOnly = "M402"
    case clockBehind = "M403"
    case outcomeUnknown = "M404"
    case newerProgramNeeded = "M405"
    case placeUnfit = "M406"
    case unsettled = "M407"
    case diskFailed = "M408"
    case archiveExists = "M409"
    case interrupted = "M410"

    // Damage.
    case digestDiffers = "M501"
    case journalDamaged = "M502"
    case objectDamaged = "M503"
    case catalogueDamaged = "M504"
    case findings = "M505"

    // Our own fault.
    case `internal` = "M901"
}

extension ErrorCode {
    /// The exit code of the program (sysexits): one meaning each, listed in `docs/errors.md`.
    public var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .inputEmpty, .nameRefused, .valueRefused, .duplicate, .numberTaken, .keyReused, .versionStale, .stateWrong, .tooLarge: 65
        case .inputUnreadable, .inputMissing, .inputNotAFile, .documentUnknown, .versionUnknown, .fileUnknown, .archiveMissing,
            .recordUnknown, .destroyed:
            66
        case .accountUnknown, .tokenUnknown: 67
        case .clockBehind, .unsettled, .tooManyTries: 75
        case .internal: 70
        case .placeUnfit, .newerProgramNeeded: 78
        case .outputExists, .outputFailed, .archiveExists: 73
        case .noSpace, .readOnly, .outcomeUnknown, .diskFailed: 74
        case .notAllowed, .signInNeeded, .blocked, .personNeeded: 77
        case .digestDiffers, .journalDamaged, .objectDamaged, .catalogueDamaged: 74
        case .findings: 1
        case .interrupted: 130
        }
    }

    /// What is said where nothing, or nothing that the reader may know of, has such an identifier.
    ///
    /// - Parameter letter: The letter of the kind that was asked for.
    public static func unknown(kind letter: Character) -> ErrorCode {
        letter == DocumentKind.letter ? .documentUnknown : .recordUnknown
    }

    /// The HTTP status of the problem.
    public var httpStatus: Int {
        switch self {
        case .inputUnreadable, .inputMissing, .inputNotAFile, .usage: 400
        case .inputEmpty, .nameRefused, .valueRefused: 422
        case .duplicate, .numberTaken, .keyReused, .stateWrong, .outputExists, .archiveExists, .blocked: 409
        case .versionStale: 412
        case .tooLarge: 413
        case .documentUnknown, .versionUnknown, .fileUnknown, .accountUnknown, .tokenUnknown, .recordUnknown: 404
        case .destroyed: 410
        case .signInNeeded: 401
        case .notAllowed, .personNeeded: 403
        case .tooManyTries: 429
        case .noSpace: 507
        case .readOnly, .clockBehind, .unsettled, .interrupted: 503
        case .archiveMissing, .newerProgramNeeded, .placeUnfit, .diskFailed, .outcomeUnknown, .outputFailed, .internal: 500
        case .digestDiffers, .journalDamaged, .objectDamaged, .catalogueDamaged, .findings: 500
        }
    }
}
