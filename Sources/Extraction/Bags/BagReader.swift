import Records

/// Reads a bag of whoever made it, and says whether it is complete and unchanged (RFC 8493, 3; drafts 0.93 to 0.97 by their own, laxer rules).
struct BagReader {
    private static let declaration = BagPath("bagit.txt")

    private let files: any BagFiles
    /// How many files and bytes the payload has.
    private let payload: [BagPath: Int]
    private let bytes: Int
    /// What is there, by names in any form of Unicode.
    private let named: [String: BagPath]
    private var findings: [BagFinding]
    private var version = BagVersion.unknown
    private var manifests: [BagManifest] = []

    static func report(of files: any BagFiles) -> BagReport {
        var reader = BagReader(files: files)
        reader.read()
        return reader.report
    }

    private init(files: any BagFiles) {
        self.files = files
        payload = files.sizes.filter(\.key.isPayload)
        bytes = payload.values.reduce(0, +)
        named = Dictionary(files.sizes.keys.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
        findings = files.findings
    }

    private var report: BagReport {
        let ordered = findings.filter { !$0.kind.isWarning } + findings.filter(\.kind.isWarning)
        return BagReport(
            version: version.text.isEmpty ? nil : version.text, algorithms: Set(manifests.map(\.algorithm)).sorted(), files: payload.count,
            bytes: Int64(bytes), findings: Array(ordered.prefix(BagLimits.findings)))
    }

    private mutating func read() {
        // What is no bag is not looked at further, nor what cannot be read to its end.
        guard findings.allSatisfy({ ![.unreadable, .archiveWrong, .nameUnreadable, .encrypted, .tooLarge].contains($0.kind) }) else {
            return
        }
        guard files.sizes[Self.declaration] != nil else { return findings.append(BagFinding(.notABag)) }
        guard let declared = files.contents(of: [Self.declaration], limit: 4096)[Self.declaration].flatMap({ BagDeclaration($0) }) else {
            return findings.append(BagFinding(.declarationWrong, "bagit.txt"))
        }
        version = declared.version
        if !BagVersion.known.contains(version.text) { findings.append(BagFinding(.versionUnknown, Self.declaration.text, version.text)) }
        let texts = tagTexts(declared)
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let kind = BagManifest.kind(of: name) else { continue }
            let manifest = BagManifest(name, kind.algorithm, isOfTags: kind.isOfTags, text, version)
            if BagDigest.digits(kind.algorithm) == nil { findings.append(BagFinding(.algorithmUnknown, name, kind.algorithm)) }
            findings += manifest.findings
            manifests.append(manifest)
        }
        guard manifests.contains(where: { !$0.isOfTags }) else { return findings.append(BagFinding(.manifestMissing)) }
        let fetched = texts["fetch.txt"].map { BagInfo.fetched($0, version) }
        findings += fetched?.findings ?? []
        let absent = holdAgainstLists(fetched: fetched?.paths ?? [])
        if !absent { holdAgainstOxum(texts["bag-info.txt"] ?? texts["package-info.txt"]) }
        holdAgainstDigests()
    }

    /// The texts of the files beside the payload that rules are about.
    private mutating func tagTexts(_ declared: BagDeclaration) -> [String: String] {
        let paths = files.sizes.keys.filter { path in
            ["bag-info.txt", "package-info.txt", "fetch.txt"].contains(path.text) || BagManifest.kind(of: path.text) != nil
        }
        let contents = files.contents(of: Set(paths), limit: BagLimits.tagFile)
        return paths.reduce(into: [:]) { texts, path in
            guard let bytes = contents[path] else { return findings.append(BagFinding(.unreadable, path.text)) }
            guard let text = declared.text(bytes) else {
                return findings.append(BagFinding(.encodingUnknown, path.text, declared.encoding))
            }
            texts[path.text] = text
        }
    }

    /// All that is listed is there, and all that is there is listed.
    ///
    /// - Returns: whether files of the system are not there, which copies leave out.
    private mutating func holdAgainstLists(fetched: Set<BagPath>) -> Bool {
        let (listed, present) = (Set(manifests.flatMap(\.digests.keys)), Set(files.sizes.keys))
        let folded = Dictionary(present.map { ($0.folded, $0) }, uniquingKeysWith: { first, _ in first })
        var isSystemFileAbsent = false
        for path in listed.subtracting(present).sorted() {
            if named[path.text] != nil { continue }
            if let other = folded[path.folded], listed.contains(other) {
                findings.append(BagFinding(.caseDiffers, path.text, other.text))
            } else if path.isSystemFile {
                isSystemFileAbsent = true
                findings.append(BagFinding(.systemFileMissing, path.text))
            } else {
                findings.append(BagFinding(fetched.contains(path) ? .notFetched : .missing, path.text))
            }
        }
        // A name in another form of Unicode stands for a file only where its own is not there.
        let lists = manifests.filter { !$0.isOfTags }.map { list in
            (name: list.name, paths: list.digests, others: Set(list.digests.keys.filter { !present.contains($0) }.map(\.text)))
        }
        for path in (Array(payload.keys) + fetched.subtracting(present)).sorted() {
            let lacking = lists.filter { $0.paths[path] == nil && !$0.others.contains(path.text) }
            // The drafts ask for one list that has it, RFC 8493 for each.
            guard version.isOne ? !lacking.isEmpty : lacking.count == lists.count else { continue }
            findings.append(BagFinding(.notListed, path.text, lacking.first?.name))
        }
        return isSystemFileAbsent
    }

    private mutating func holdAgainstOxum(_ info: String?) {
        guard let said = info.flatMap({ BagInfo.oxum($0) }) else { return }
        guard let said, said == (bytes, payload.count) else {
            return findings.append(BagFinding(.oxumDiffers, "bag-info.txt", "\(bytes).\(payload.count)"))
        }
    }

    /// Every file is what each of its lists says.
    private mutating func holdAgainstDigests() {
        var expected: [BagPath: [(manifest: String, algorithm: String, digest: String)]] = [:]
        for manifest in manifests where BagDigest.digits(manifest.algorithm) != nil {
            for (path, digest) in manifest.digests {
                guard let file = files.sizes[path] != nil ? path : named[path.text] else { continue }
                expected[file, default: []].append((manifest.name, manifest.algorithm, digest))
            }
        }
        let found = digests(of: expected.mapValues { $0.map(\.algorithm) })
        for (path, lists) in expected.sorted(by: { $0.key < $1.key }) {
            guard let found = found[path] else {
                findings.append(BagFinding(.unreadable, path.text))
                continue
            }
            for list in lists where found[list.algorithm] != list.digest {
                findings.append(BagFinding(.digestDiffers, path.text, list.manifest))
            }
        }
    }

    /// The digests of files, each by some algorithms; none of a file that cannot be read to its end.
    private func digests(of wanted: [BagPath: [String]]) -> [BagPath: [String: String]] {
        var found: [BagPath: [String: String]] = [:]
        var unread: Set<BagPath> = []
        // The blocks of one file come one after the other.
        var open: (path: BagPath, digests: [String: BagDigest])?
        func begun(_ path: BagPath) -> [String: BagDigest] {
            Dictionary((wanted[path] ?? []).compactMap { name in BagDigest(name).map { (name, $0) } }) { first, _ in first }
        }
        func end() {
            if let open { found[open.path] = open.digests.mapValues { $0.end() } }
            open = nil
        }
        files.read(Set(wanted.keys)) { path, block in
            guard let block else { return _ = unread.insert(path) }
            if open?.path != path {
                end()
                open = (path, begun(path))
            }
            for digest in (open?.digests ?? [:]).values { digest.update(block) }
        }
        end()
        for path in wanted.keys where found[path] == nil { found[path] = begun(path).mapValues { $0.end() } }
        return found.filter { !unread.contains($0.key) }
    }
}
