import Hummingbird
import Wording

/// The cookies of pages: none can be read by a script, and behind TLS none travels without.
struct Cookies: Sendable {
    enum Name: String {
        case visit = "muniment-visit"
        case language = "muniment-lang"
        /// A ``PageNotice`` for the next page.
        case notice = "muniment-notice"
    }

    /// Whether cookies are for TLS only.
    let areSecure: Bool

    /// - Parameter lasting: In seconds; as long as the browser's window without.
    func cookie(_ name: Name, _ value: String, lasting: Int? = nil) -> Cookie {
        Cookie(
            name: name.rawValue, value: value, maxAge: lasting, path: "/", secure: areSecure, httpOnly: true,
            sameSite: name == .visit ? .strict : .lax)
    }

    func ended(_ name: Name) -> Cookie { cookie(name, "", lasting: 0) }

    /// What the next page says once; it is forgotten where none comes within a minute.
    func notice(_ notice: PageNotice) -> Cookie { cookie(.notice, notice.rawValue, lasting: 60) }

    /// Leads to another page.
    func redirect(_ address: String, _ cookies: Cookie...) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        for cookie in cookies { response.setCookie(cookie) }
        return response
    }
}
