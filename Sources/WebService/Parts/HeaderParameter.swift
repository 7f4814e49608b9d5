/// Parameters of a header field, such as `form-data; name="file"; filename="合同.pdf"`.
enum HeaderParameter {
    /// The value of a parameter, quoted or plain; nil where there is none.
    ///
    /// Browsers write a quotation mark in a name as `%22`, others as `\"`; any other backslash is part of the name (WHATWG, "multipart/form-data").
    static func value(_ name: String, of field: String) -> String? {
        var rest = Substring(field).unicodeScalars
        skipToNext(&rest)
        while rest.popFirst() != nil {
            let key = String(rest.prefix { $0 != "=" && $0 != ";" && $0 != "\"" })
            rest = rest.dropFirst(key.unicodeScalars.count)
            if rest.first == "=" {
                rest = rest.dropFirst()
                let value = rest.first == "\"" ? quoted(&rest) : plain(rest)
                if key.filter({ !$0.isWhitespace }).lowercased() == name { return value }
            }
            skipToNext(&rest)
        }
        return nil
    }

    private static func skipToNext(_ rest: inout Substring.UnicodeScalarView) { rest = rest.drop { $0 != ";" } }

    private static func plain(_ rest: Substring.UnicodeScalarView) -> String {
        String(rest.prefix { $0 != ";" && !$0.properties.isWhitespace })
    }

    private static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String {
        rest = rest.dropFirst()
        // A backslash before the closing mark is the name's own last sign.
        let last = rest.lastIndex(of: "\"")
        var value = String.UnicodeScalarView()
        while let scalar = rest.first, scalar != "\"" {
            rest = rest.dropFirst()
            if scalar == "\\", rest.first == "\"", rest.startIndex != last {
                value.append("\"")
                rest = rest.dropFirst()
            } else {
                value.append(scalar)
            }
        }
        return String(value).replacing("%22", with: "\"")
    }
}
