import Records
import Wording

/// What a root says of how its objects are arranged, and its extensions (OCFL 1.1, 4.1, 4.4).
extension HierarchyCheck {
    mutating func readLayout() {
        let file = "ocfl_layout.json"
        guard let bytes = read(file) else { return }
        let json: JSONText
        do throws(JSONText.Failure) { json = try JSONText(bytes) } catch {
            return find(.rootLayoutUnusable, file, .unreadable(at: error.offset))
        }
        guard json.members != nil else { return find(.rootLayoutUnusable, file, .inventory(.noObject(.member(file)))) }
        for key in ["extension", "description"] where json[key]?.string == nil {
            find(.rootLayoutUnusable, file, .inventory(.noText(.member(key))))
        }
        guard let name = json["extension"]?.string else { return }
        guard LayoutRule.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
            return find(.rootLayoutUnregistered, file, .found(name))
        }
        readRule(name)
    }

    /// The layout's parameters, where it has some and they are given; else its defaults.
    private mutating func readRule(_ name: String) {
        let place = "extensions/\(name)/config.json"
        var parameters = JSONText.object([])
        if names(in: "").folders.contains("extensions"), names(in: "extensions").folders.contains(name),
            names(in: "extensions/\(name)").files.contains("config.json")
        {
            guard let bytes = read(place) else { return }
            do throws(JSONText.Failure) { parameters = try JSONText(bytes) } catch {
                return find(.objectElsewhere, place, .unreadable(at: error.offset))
            }
            guard parameters["extensionName"]?.string == name else {
                return find(.objectElsewhere, place, .found(parameters["extensionName"]?.string))
            }
        }
        do throws(LayoutRule.Malformed) { layout = try LayoutRule(name, parameters) } catch {
            find(.objectElsewhere, place, .value(error.parameter))
        }
    }

    mutating func checkExtensions() {
        let own = names(in: "extensions")
        // 1.0 has no code of its own for what is in the root's extensions: it says that they are as those of objects.
        let isFirst = specification == .first
        for name in own.files + own.odd.map(\.name) {
            find(isFirst ? .rootExtensionsUnlike : .fileAmongRootExtensions, "extensions/\(name)", .file)
        }
        for name in own.folders where !RegisteredExtensions.names.contains(name) {
            find(isFirst ? .extensionUnregistered : .rootExtensionUnregistered, "extensions/\(name)", .found(name))
        }
        if own.isEmpty { find(.emptyFolderInRoot, "extensions", .nothing) }
    }
}
