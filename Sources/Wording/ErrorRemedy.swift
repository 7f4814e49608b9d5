public import Records

extension ErrorCode {
    /// What can be done about a refusal of this kind where nothing more particular is known: no code is without, so no refusal is.
    public var usualRemedy: Remedy {
        switch self {
        case .inputUnreadable, .inputMissing, .inputNotAFile: .checkPath
        case .inputEmpty: .allowEmpty
        case .nameRefused: .giveName
        case .valueRefused: .correctMember
        case .duplicate: .allowDuplicate
        case .numberTaken: .chooseAnotherNumber
        case .keyReused: .newKey
        case .versionStale: .readAgain
        case .stateWrong: .checkState
        case .outputExists, .outputFailed: .useOtherOutput
        case .tooLarge: .shorten
        case .usage: .checkRequest
        case .documentUnknown: .checkIdentifier(kind: DocumentKind.letter)
        case .versionUnknown: .checkNumber
        case .fileUnknown, .accountUnknown, .tokenUnknown, .recordUnknown: .checkName
        case .archiveMissing: .initFirst
        case .destroyed: .askArchivist
        case .personNeeded: .signIn
        case .notAllowed, .blocked: .askArchivist
        case .signInNeeded: .signIn
        case .tooManyTries, .unsettled, .interrupted: .retryLater
        case .noSpace: .freeSpace
        case .readOnly: .makeWritable
        case .clockBehind: .waitClockOrAccept
        case .outcomeUnknown: .sameKey
        case .newerProgramNeeded: .updateProgram
        case .placeUnfit: .useLocalDisk
        case .diskFailed, .digestDiffers, .objectDamaged, .findings: .verifyAndRestore
        case .archiveExists: .chooseFolder
        case .journalDamaged: .restoreJournal
        case .catalogueDamaged: .rebuild
        case .internal: .report
        }
    }
}
