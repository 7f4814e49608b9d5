public import Records

/// What a check of the stored objects found wrong. Raw values beginning with E and W are OCFL's own codes for errors and
/// warnings, those with F are ours; a code keeps its meaning for ever.
public enum StorageFinding: String, Message, CaseIterable, Codable {
    // An object's folder
    case foreignName = "E001"
    case objectDeclarationMissing = "E003"
    case objectDeclarationUnknown = "E006"
    case objectDeclarationDiffers = "E007"
    case versionsMissing = "E008"
    case firstVersionMissing = "E009"
    case versionSkipped = "E010"
    case paddingMixed = "E011"
    case paddingChanged = "E013"
    case fileOutsideContent = "E015"
    case contentFolderNested = "E017"
    case contentFolderDots = "E018"
    case contentFolderChanged = "E019"
    case contentUnlisted = "E023"
    case emptyFolder = "E024"
    case versionFolderUnexpected = "E046"
    case fileAmongExtensions = "E067"
    case linkInObject = "E090"

    // What an inventory says
    case digestAlgorithmRefused = "E025"
    case inventoryUnreadable = "E033"
    case inventoryKeyUnusable = "E034"
    case inventoryKeyMissing = "E036"
    case identifierDiffers = "E037"
    case typeDiffers = "E038"
    case headDiffers = "E040"
    case inventoryBlockMissing = "E041"
    case contentPathOutside = "E042"
    case versionsUnusable = "E044"
    case versionKeyMissing = "E048"
    case timeUnusable = "E049"
    case stateUnusable = "E050"
    case logicalPathSlash = "E053"
    case logicalPathRefused = "E052"
    case userUnusable = "E054"
    case fixityUnusable = "E057"
    case fixityAlgorithmUnusable = "E111"
    case manifestListUnusable = "E091"
    case messageUnusable = "E094"
    case logicalPathsClash = "E095"
    case manifestDigestTwice = "E096"
    case fixityDigestTwice = "E097"
    case contentPathRefused = "E099"
    case contentPathSlash = "E100"
    case contentPathsClash = "E101"
    case inventoryKeyUnknown = "E102"
    case specificationOlder = "E103"
    case contentUnused = "E107"

    // Inventories and files against each other
    case inventorySidecarMissing = "E058"
    case inventoryDigestDiffers = "E060"
    case inventorySidecarUnreadable = "E061"
    case inventoryMissing = "E063"
    case versionInventoryDiffers = "E064"
    case historyDiffers = "E066"
    case contentDiffers = "E092"
    case fixityDiffers = "E093"

    // The storage root
    case rootDeclarationMissing = "E069"
    case rootLayoutUnusable = "E070"
    case fileOutsideObjects = "E072"
    case emptyFolderInRoot = "E073"

    // What OCFL advises against
    case paddedVersions = "W001"
    case folderBesideContent = "W002"
    case emptyContentFolder = "W003"
    case shorterDigest = "W004"
    case identifierNoURI = "W005"
    case versionUnexplained = "W007"
    case addressMissing = "W008"
    case addressNoURI = "W009"
    case versionInventoryMissing = "W010"
    case metadataDiffers = "W011"
    case extensionUnregistered = "W013"

    // What this program asks for beyond OCFL
    case unreadable = "F001"
    case objectUnknown = "F002"
    case objectMissing = "F003"
    case inventoryNotJournalled = "F004"
    case rowDiffers = "F005"
    case objectForeign = "F006"
    case objectMisplaced = "F007"
    case derivedForged = "F008"
    case derivedUnknown = "F009"
    case rowMissing = "F010"
    case rowUnexpected = "F011"
    case catalogueUnreadable = "F012"
    case journalUnreadable = "F013"
    case eventContradicts = "F014"

    /// Whether OCFL only advises against it.
    public var isWarning: Bool { rawValue.hasPrefix("W") }

    public var phrase: Phrase {
        folderPhrase ?? inventoryPhrase ?? valuePhrase ?? comparedPhrase ?? rootPhrase ?? warningPhrase ?? ownPhrase
    }
}
