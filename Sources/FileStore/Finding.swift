public import Records

/// What a check of the store found wrong: a code, a place and one sentence. Where OCFL has a code for it, that one.
public struct Finding: Sendable, Hashable, Codable {
    /// What is wrong. Raw values of OCFL's own findings are its codes; a code keeps its meaning for ever.
    public enum Code: String, Sendable, CaseIterable, Codable {
        case objectDeclarationMissing = "E003"
        case inventoryUnreadable = "E033"
        case inventorySidecarMissing = "E058"
        case inventoryDigestDiffers = "E060"
        case versionInventoryDiffers = "E064"
        case contentMissing = "E028"
        case contentDigestDiffers = "E092"
        case fixityDiffers = "E093"
        case unexpectedFile = "E023"
        case unexpectedName = "E001"
        case emptyFolder = "E024"
        case rootDeclarationMissing = "E069"
        case emptyFolderInRoot = "E073"
        case unreadable = "F001"
        case objectUnknown = "F002"
        case objectMissing = "F003"
        case inventoryNotJournalled = "F004"
        case rowDiffers = "F005"
    }

    public let code: Code
    /// Nil for the storage root itself.
    public let document: DocumentID?
    /// The file or folder, relative to the object's or the store's root.
    public let place: String
    /// One sentence ending in what was found.
    public let detail: String

    public init(_ code: Code, _ document: DocumentID?, _ place: String, _ detail: String) {
        self.code = code
        self.document = document
        self.place = place
        self.detail = detail
    }
}
