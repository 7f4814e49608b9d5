public import Records
public import Catalogue
import Retention
import Wording

/// Closes a class (停用类目): after a day it takes no new filings; what is in it stays.
public struct CloseClass: Change {
    public typealias Answer = RevisedClasses
    public static let operation = Operation.loadScheme
    public static var sample: CloseClass { CloseClass("XS-ZL", on: nil) }

    public let `class`: String
    /// The last day on which something can be filed into it; today without.
    public let on: CivilDate?

    public init(_ code: String, on day: CivilDate?) {
        self.class = code
        on = day
    }

    public func decide(_ decision: Decision) throws {
        let scheme = try decision.reading.openClass(self.class)
        let day = on ?? decision.reading.today
        try decision.load(scheme.replacing(self.class) { $0.closing(day) })
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> RevisedClasses {
        try RevisedClasses(events, reading)
    }
}

/// Puts everything that is in one class into another, and closes the first (合并类目, R-28).
public struct MergeClass: Change {
    public typealias Answer = RevisedClasses
    public static let operation = Operation.loadScheme
    public static var sample: MergeClass { MergeClass("XS-HT-WB", into: "XS-HT-YB", reason: "维保合同不再单列") }

    public let `class`: String
    public let into: String
    public let reason: String

    public init(_ code: String, into other: String, reason: String) {
        self.class = code
        into = other
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        let scheme = try reading.openClass(self.class)
        guard !scheme.branch(of: self.class).contains(into) else {
            throw ArchiveError(.valueRefused, DealMessage.mergedIntoItself(self.class, into), subject: "into")
        }
        try reading.refuseClass(into, "into")
        if let below = scheme.classes.first(where: { $0.parent == self.class && scheme.isOpen($0.code, on: reading.today) }) {
            throw ArchiveError(.stateWrong, DealMessage.classHasOpen(self.class, below: below.code), subject: self.class)
        }
        for document in try reading.everything(inClass: self.class) {
            try decision.state(DocumentClassified(document: document, before: self.class, after: into, reason: reason))
        }
        // From today on nothing comes into it any more.
        try decision.load(scheme.replacing(self.class) { $0.closing(reading.today.adding(days: -1)) })
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> RevisedClasses {
        try RevisedClasses(events, reading)
    }
}

/// Makes a class of a part of another (拆分类目, R-28): a new one beside it, with all that the other says of rules and confidentiality; what
/// a query finds in the old class is in the new one from now on.
public struct SplitClass: Change {
    public typealias Answer = RevisedClasses
    public static let operation = Operation.loadScheme
    public static var sample: SplitClass {
        SplitClass("XS-HT-YB", off: "XS-HT-GZ", chinese: "改造合同", english: "refitting contracts", query: "改造", reason: "改造合同单列")
    }

    public let `class`: String
    /// The new class's code.
    public let code: String
    public let chinese: String
    public let english: String
    /// What of the old class goes into the new one.
    public let query: String
    public let reason: String

    public init(_ old: String, off code: String, chinese: String, english: String, query: String, reason: String) {
        self.class = old
        self.code = code
        self.chinese = chinese
        self.english = english
        self.query = query
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reading, reason) = (decision.reading, try Words.reason(reason))
        let scheme = try reading.openClass(self.class)
        let code = try Words.text(code, "code")
        guard scheme[code] == nil else { throw ArchiveError(.stateWrong, DealMessage.classKnown(code), subject: "code") }
        let (chinese, english) = (try Words.text(chinese, "chinese"), try Words.text(english, "english"))
        try reading.refuseMisunderstood(try Words.text(query, "query"), "query", mayFindAll: false)
        // What is not read yet would stay behind, and nobody would know of it.
        if try reading.gaps(of: query) != nil, case let unread = try reading.unread(inClass: self.class), unread > 0 {
            throw ArchiveError(.stateWrong, DealMessage.classUnread(self.class, unread), subject: self.class)
        }
        let found = Set(try reading.documents(found: query, includingWithdrawn: true))
        try decision.load(scheme.splitting(self.class, off: code, chinese: chinese, english: english))
        for document in try reading.everything(inClass: self.class) where found.contains(document) {
            try decision.state(DocumentClassified(document: document, before: self.class, after: code, reason: reason))
        }
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> RevisedClasses {
        try RevisedClasses(events, reading)
    }
}

/// What a change of classes did.
public struct RevisedClasses: Sendable, Codable, Hashable {
    /// The scheme's version now.
    public let version: Int
    /// How many documents followed.
    public let classified: Int

    init(_ events: [any Event], _ reading: Reading) throws {
        version = try events.the(SchemeLoaded.self).version
        classified = try events.compactMap { ($0 as? DocumentClassified)?.document }.count { try reading.knows($0) }
    }
}

extension Reading {
    /// The scheme in force, where a class of it takes filings today.
    ///
    /// - Throws: ``ArchiveError`` `.recordUnknown` for a class that is not there, `.stateWrong` for one that is closed.
    fileprivate func openClass(_ code: String) throws -> Scheme {
        let scheme = try scheme(with: code)
        guard scheme.isOpen(code, on: today) else { throw ArchiveError(.stateWrong, DealMessage.classClosed(code), subject: code) }
        return scheme
    }
}
