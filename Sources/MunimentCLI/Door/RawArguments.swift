import SystemPackage

/// Arguments as the system gave them: a path need not be UTF-8, and Swift's strings would change its bytes.
enum RawArguments {
    /// The path that an argument names, byte for byte.
    static func path(_ argument: String) -> FilePath {
        guard argument.unicodeScalars.contains("\u{FFFD}") else { return FilePath(argument) }
        for index in 1..<Int(CommandLine.argc) {
            guard let raw = CommandLine.unsafeArgv[index], String(cString: raw) == argument else { continue }
            return FilePath(platformString: raw)
        }
        return FilePath(argument)
    }
}
