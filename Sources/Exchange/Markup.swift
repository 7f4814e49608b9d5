public import Mustache

/// How text becomes a part of a page. The library's own way looks at whole characters, and leaves a quotation mark or an angle bracket
/// as it is where a combining mark follows it: a value could then end its attribute.
public struct Markup: MustacheContentType {
    public static let name = "MARKUP"
    /// Stands before each template, since the library begins each one with its own way.
    public static let pragma = "{{% CONTENT_TYPE: \(name)}}"

    public init() {}

    public func escapeText(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;".unicodeScalars
            case "<": result += "&lt;".unicodeScalars
            case ">": result += "&gt;".unicodeScalars
            case "\"": result += "&quot;".unicodeScalars
            case "'": result += "&#39;".unicodeScalars
            // What HTML has no way to say, not even as a reference.
            case _ where scalar.properties.generalCategory == .control && !["\t", "\n", "\r"].contains(scalar): result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
