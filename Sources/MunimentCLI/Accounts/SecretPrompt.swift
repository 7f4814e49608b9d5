import Glibc

/// Asks for a secret on the terminal, without showing what is typed.
enum SecretPrompt {
    /// - Returns: nil where there is no terminal to ask on.
    static func ask(_ question: String) -> String? {
        guard isatty(STDIN_FILENO) == 1, let typed = getpass(question) else { return nil }
        return String(cString: typed)
    }
}
