extension Unicode.Scalar {
    /// Whether it moves a cursor, ends a line or turns the direction of writing: what bears it can look like something else, in a list, on a
    /// terminal, in a log.
    public var isUnseemly: Bool {
        properties.generalCategory == .control || self == "\u{2028}" || self == "\u{2029}" || Self.directional.contains(self)
    }

    /// Whether it can be seen where it stands alone: no white space, no joiner or filler of no width, no mark without a letter to bear it.
    public var isVisible: Bool {
        let hidden: [Unicode.GeneralCategory] = [.control, .format, .nonspacingMark, .enclosingMark]
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && !hidden.contains(properties.generalCategory)
            && self != "\u{2800}"
    }

    private static let directional: Set<Unicode.Scalar> = [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200E}",
        "\u{200F}", "\u{061C}",
    ]
}
