public import Records
public import SystemPackage

/// What a file's bytes are, as a confined worker found them.
public struct IdentifiedType: Sendable, Hashable {
    public let mediaType: MediaType
    /// What the name claims, where that is something else.
    public let claimedType: MediaType?
    /// Why it could not be found.
    public let problem: String?

    public init(mediaType: MediaType, claimedType: MediaType?, problem: String?) {
        self.mediaType = mediaType
        self.claimedType = claimedType
        self.problem = problem
    }
}

/// Finds media types by content, out of this process (law 4). Never fails: what cannot be found is `application/octet-stream` with the reason.
public protocol TypeIdentifier: Sendable {
    func identify(_ file: FilePath, name: FileName) async -> IdentifiedType
}

/// No identification: for archives opened without a worker to run.
public struct NoIdentification: TypeIdentifier {
    public init() {}

    public func identify(_ file: FilePath, name: FileName) async -> IdentifiedType {
        IdentifiedType(mediaType: .unknown, claimedType: nil, problem: "no worker")
    }
}
