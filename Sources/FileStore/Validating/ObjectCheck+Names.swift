import Records
import Wording

/// The names in an object's folder, its versions' folders and `extensions` (OCFL 1.1, 3.1, 3.3, 3.8, 3.9).
extension ObjectCheck {
    /// - Parameter facts: Nil where the inventory cannot be read: which versions there ought to be is unknown then.
    mutating func checkNames(_ facts: InventoryFacts?) {
        checkOddities()
        let own = tree.names(in: nil)
        let declarations = Declaration.object.candidates(own.files)
        for name in own.files where name != "inventory.json" && !isSidecarOf(facts, name) && !declarations.contains(name) {
            find(.foreignName, name, .file)
        }
        let versions = Set(facts?.versions.map(\.name.text) ?? [])
        for name in own.folders where !versions.contains(name) && name != "extensions" && name != "logs" {
            if VersionName(name) == nil {
                find(.foreignName, name, .folder)
            } else if facts?.hasVersions == true {
                find(.versionFolderUnexpected, name, .unexpectedVersion)
            }
        }
        if let facts { checkFolders(of: facts) }
        checkExtensions()
    }

    /// A sidecar belongs to an inventory; one of another algorithm is told where the sidecar is checked.
    private func isSidecarOf(_ facts: InventoryFacts?, _ name: String) -> Bool {
        isSidecar(name) && tree.has("inventory.json")
            || facts?.algorithmName.map { name.utf8.elementsEqual("inventory.json.\($0)".utf8) } == true
    }

    /// Links, devices, and names that no inventory can list.
    private mutating func checkOddities() {
        for (place, what) in tree.odd {
            switch what {
            case .link: find(.linkInObject, place, .link)
            case .special: find(.specialFile, place, .neither)
            case .hardLink(let other): find(.linkInObject, place, .sameFile(other))
            case .nameless(let isFolder):
                let depth = place.split(separator: "/").count
                if depth == 1 { find(.foreignName, place, .namelessBytes) }
                if depth == 2, !isFolder { find(.fileOutsideContent, place, .namelessBytes) }
                if depth > 2 { find(.contentUnlisted, place, .namelessBytes) }
            }
        }
    }

    private mutating func checkFolders(of facts: InventoryFacts) {
        let last = facts.versions.last { isFolder($0.name) }?.name.number ?? 0
        for version in facts.versions where !isFolder(version.name) {
            find(.versionFolderUnexpected, version.name.text, .noFolder)
            // One that follows shows that it was skipped; else the last ones may only have been lost.
            if version.name.number < last { find(.versionSkipped, version.name.text, .noFolder) }
        }
        let content = facts.contentFolder
        for path in tree.empty where isInContent(path.text, content) {
            find(.emptyFolder, path.text, .nothing)
        }
        let listed = firstParts(of: facts.manifest.values.joined().map(\.text))
        let odd = firstParts(of: tree.odd.map(\.place).filter { isInContent($0, content) })
        for version in facts.versions where isFolder(version.name) {
            let place = "\(version.name.text)/\(content)"
            if !tree.names(in: version.name.text).folders.contains(where: { $0.utf8.elementsEqual(content.utf8) }) {
                if listed.contains(version.name.text) { find(.contentFolderMissing, place, .noFolder) }
            } else if tree.files(in: content, of: version.name.text).isEmpty, !odd.contains(version.name.text) {
                find(.emptyContentFolder, place, .noFileInIt)
            }
        }
    }

    /// Whether a path leads into the content folder of a version.
    private func isInContent(_ path: String, _ content: String) -> Bool {
        let parts = path.split(separator: "/", maxSplits: 2)
        return parts.count > 2 && VersionName(String(parts[0])) != nil && parts[1].utf8.elementsEqual(content.utf8)
    }

    private func firstParts(of paths: some Sequence<String>) -> Set<String> {
        Set(paths.compactMap { $0.split(separator: "/", maxSplits: 1).first.map(String.init) })
    }

    private mutating func checkExtensions() {
        let (own, odd) = (tree.names(in: "extensions"), tree.odd.map(\.place))
        for name in own.files { find(.fileAmongExtensions, "extensions/\(name)", .file) }
        for place in odd where place.hasPrefix("extensions/") && place.split(separator: "/").count == 2 {
            find(.fileAmongExtensions, place, .neither)
        }
        for name in own.folders where !RegisteredExtensions.names.contains(name) {
            find(.extensionUnregistered, "extensions/\(name)", .found(name))
        }
    }
}
