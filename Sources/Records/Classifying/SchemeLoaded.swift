/// A version of the classification scheme came into force, in whichever form it was written.
public protocol SchemeLoading: Rescoping {
    /// Counted from 1; a version once loaded is never changed.
    var version: Int { get }
    var classes: [ClassDefinition] { get }
}

extension SchemeLoading {
    public static var title: Phrase { Phrase("启用分类方案", "scheme loaded") }
    public var subjects: [String] { [] }
    public var reach: HoldReach { .classes }
}

/// A version of the classification scheme came into force, as it is written now.
public struct SchemeLoaded: SchemeLoading {
    public static let type = "scheme.loaded/3"

    public let version: Int
    public let classes: [ClassDefinition]

    public init(version: Int, classes: [ClassDefinition]) {
        self.version = version
        self.classes = classes
    }

    public static var sample: SchemeLoaded {
        SchemeLoaded(
            version: 2,
            classes: [
                ClassDefinition(
                    code: "XS-CW", parent: nil, chinese: "财务往来", english: "accounting papers", rules: ["XS-CW-PZ"],
                    readers: [.finance, .archivist], owners: [.finance])
            ])
    }
}

/// The same as it was written before classes said who owns them.
public struct SchemeLoadedWithoutOwners: SchemeLoading {
    public static let type = "scheme.loaded/2"

    public let version: Int
    public let classes: [ClassDefinition]

    public init(version: Int, classes: [ClassDefinition]) {
        self.version = version
        self.classes = classes
    }

    public static var sample: SchemeLoadedWithoutOwners {
        SchemeLoadedWithoutOwners(
            version: 2,
            classes: [
                ClassDefinition(
                    code: "XS-CW", parent: nil, chinese: "财务往来", english: "accounting papers", rules: ["XS-CW-PZ"],
                    readers: [.finance, .archivist])
            ])
    }
}

/// The same as it was written before they said who may see what is in them.
public struct EarlierSchemeLoaded: SchemeLoading {
    public static let type = "scheme.loaded/1"

    public let version: Int
    public let classes: [ClassDefinition]

    public init(version: Int, classes: [ClassDefinition]) {
        self.version = version
        self.classes = classes
    }

    public static var sample: EarlierSchemeLoaded {
        EarlierSchemeLoaded(
            version: 2, classes: [ClassDefinition(code: "XS-HT", parent: nil, chinese: "合同", english: "contracts", rules: ["XS-HT-YB"])])
    }
}
