import Records

/// Of which version of BagIt a bag says that it is.
struct BagVersion: Hashable {
    let text: String
    /// Whether the rules of RFC 8493 hold, which are stricter than those of its drafts.
    let isOne: Bool

    static let known: Set = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"]

    static let unknown = BagVersion(text: "", isOne: true)
}

/// `bagit.txt`: which version, and how the other files beside the payload are written (RFC 8493, 2.1.1).
struct BagDeclaration {
    let version: BagVersion
    let encoding: String

    /// - Returns: nil where it says neither, or in another way than its version has it.
    init?(_ bytes: [UInt8]) {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 2, let version = lines[0].wholeMatch(of: /BagIt-Version(\s*):(\s*)((\d+)\.\d+)\s*/),
            let encoding = lines[1].wholeMatch(of: /Tag-File-Character-Encoding(\s*):(\s*)(\S+)\s*/)
        else { return nil }
        let isOne = version.4 != "0"
        let gaps = [version.1, version.2, encoding.1, encoding.2]
        guard !isOne || gaps == ["", " ", "", " "] else { return nil }
        self.version = BagVersion(text: String(version.3), isOne: isOne)
        self.encoding = String(encoding.3).uppercased()
    }

    /// The text of another file beside the payload; nil where it is not written so.
    func text(_ bytes: [UInt8]) -> String? {
        if encoding == "UTF-8" { return String(validating: bytes, as: UTF8.self) }
        return TextDecoder.convert(bytes, from: encoding)
    }
}

/// A manifest, or a list of files beside the payload: digests of one algorithm (RFC 8493, 2.1.3 and 2.2.1).
struct BagManifest {
    let name: String
    /// As the file's name has it: `sha512`.
    let algorithm: String
    let isOfTags: Bool
    private(set) var digests: [BagPath: String] = [:]
    private(set) var findings: [BagFinding] = []

    /// Which algorithm a file of this name is a manifest of; nil for another file.
    static func kind(of name: String) -> (algorithm: String, isOfTags: Bool)? {
        guard let found = name.wholeMatch(of: /(tag)?manifest-([A-Za-z0-9_-]+)\.txt/) else { return nil }
        return (String(found.2).lowercased(), found.1 != nil)
    }

    init(_ name: String, _ algorithm: String, isOfTags: Bool, _ text: String, _ version: BagVersion) {
        self.name = name
        self.algorithm = algorithm
        self.isOfTags = isOfTags
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) { read(line, version) }
        let alike = Dictionary(grouping: digests.keys, by: \.text)
        for paths in alike.values where paths.count > 1 { findings.append(BagFinding(.normalizationDiffers, paths.min()?.text, name)) }
    }

    private mutating func read(_ line: Substring, _ version: BagVersion) {
        guard let parts = line.wholeMatch(of: /([0-9A-Fa-f]+)[ \t]+(\*?)(.+)/),
            parts.1.count == BagDigest.digits(algorithm) ?? parts.1.count
        else { return findings.append(BagFinding(.lineWrong, name, String(line.prefix(200)))) }
        if !parts.2.isEmpty { findings.append(BagFinding(.markedBinary, String(parts.3), name)) }
        let written = BagPath(line: parts.3, since: version)
        let path = written.withoutDot
        if path != written { findings.append(BagFinding(.dotSlash, written.text, name)) }
        guard path.isSafe else { return findings.append(BagFinding(.pathUnsafe, written.text, name)) }
        guard path.isPayload != isOfTags else { return findings.append(BagFinding(.pathMisplaced, path.text, name)) }
        let digest = parts.1.lowercased()
        if let before = digests.updateValue(digest, forKey: path) {
            let isHarmless = before == digest && !version.isOne
            findings.append(BagFinding(isHarmless ? .listedAgain : .listedTwice, path.text, name))
        }
    }
}

/// What `bag-info.txt` and `fetch.txt` say that can be held against the bag.
enum BagInfo {
    /// Bytes and files of the payload, as it says (`Payload-Oxum`); nil where it says nothing.
    static func oxum(_ text: String) -> (bytes: Int, files: Int)?? {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let value = line.wholeMatch(of: /Payload-Oxum\s*:\s*(.*?)\s*/.ignoresCase()) else { continue }
            guard let parts = value.1.wholeMatch(of: /(\d{1,18})\.(\d{1,9})/), let bytes = Int(parts.1), let files = Int(parts.2) else {
                return .some(nil)
            }
            return (bytes, files)
        }
        return nil
    }

    /// The files that are to be fetched from elsewhere, and what is wrong with the list (RFC 8493, 2.2.3).
    static func fetched(_ text: String, _ version: BagVersion) -> (paths: Set<BagPath>, findings: [BagFinding]) {
        var (paths, findings): (Set<BagPath>, [BagFinding]) = ([], [])
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            guard let parts = line.wholeMatch(of: /(\S+)[ \t]+(\d+|-)[ \t]+(.+)/) else {
                findings.append(BagFinding(.lineWrong, "fetch.txt", String(line.prefix(200))))
                continue
            }
            let path = BagPath(line: parts.3, since: version).withoutDot
            if !path.isSafe {
                findings.append(BagFinding(.pathUnsafe, path.text, "fetch.txt"))
            } else if !path.isPayload {
                findings.append(BagFinding(.pathMisplaced, path.text, "fetch.txt"))
            } else {
                paths.insert(path)
            }
        }
        return (paths, findings)
    }
}
