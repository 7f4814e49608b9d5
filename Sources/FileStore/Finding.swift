public import Records
public import Wording

/// What a check of the store found wrong: a code, a place and the facts.
public struct Finding: Sendable, Hashable, Codable {
    /// What is wrong; where OCFL has a code for it, that one. It says so in both languages.
    public typealias Code = StorageFinding

    public let code: Code
    /// Nil for the storage root itself, and for objects that are no document's.
    public let document: DocumentID?
    /// The file or folder, relative to the object's or the store's root.
    public let place: String
    /// The facts, both values where two disagree. Names of users' files do not stand in it.
    public let detail: StorageDetail

    public init(_ code: Code, _ document: DocumentID?, _ place: String, _ detail: StorageDetail) {
        self.code = code
        self.document = document
        self.place = place
        self.detail = detail
    }

    /// What is wrong, for people.
    public var message: any Message { code }
}
