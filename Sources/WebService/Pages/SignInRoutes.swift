import Archive
import Foundation
import HTTPTypes
import Hummingbird
import Records
import Wording

/// Signing in by a one-time link or a token, signing out, choosing the language, the style sheet.
struct SignInRoutes: Sendable {
    let archive: any Archive
    let visits: Visits
    /// Whether cookies are for TLS only.
    let secureCookies: Bool
    let proxies: Proxies

    func add(to router: Router<ServiceContext>) {
        router.get("style.css") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
                body: .init(byteBuffer: ByteBuffer(string: Page.style)))
        }
        // Following a link only shows a button: what previews links must not use them up.
        router.get("sign-in") { request, context in try form(link: Form.values(request.uri.query ?? "")["link"], context) }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, _ in
            try CrossSite.refuse(request)
            if let id = request.cookies[Visits.cookie]?.value { visits.end(id) }
            return redirect(
                "/sign-in", cookie: cookie(Visits.cookie, "", lasting: 0))
        }
        router.get("language/{tongue}") { request, context in
            let tongue = context.parameters.get("tongue").flatMap { Tongue(rawValue: String($0)) } ?? .chinese
            let wanted = try Form.values(request.uri.query ?? "")["to"] ?? "/"
            // Only within this service: an address that begins with two slashes leads elsewhere.
            let target =
                wanted.hasPrefix("/") && !wanted.hasPrefix("//") && !wanted.contains("\\")
                    && wanted.unicodeScalars.allSatisfy { $0.value >= 32 } ? wanted : "/"
            let encoded = target.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.union(.urlPathAllowed)) ?? "/"
            return redirect(
                encoded,
                cookie: cookie(Language.cookie, tongue.rawValue, lasting: 31_536_000)
            )
        }
    }

    private func form(link: String?, _ context: ServiceContext, failed: Bool = false) -> Response {
        func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(context.tongue) }
        let message =
            failed
            ? "<p class=\"note\" role=\"alert\">\(word("登录失败：账号、密码、令牌或链接不对或已过期。", "Signing in failed: account, password, token or link is wrong, or not valid any more."))</p>"
            : ""
        let fields =
            link.map {
                "<input type=\"hidden\" name=\"link\" value=\"\(HTML.escaped($0))\"><p>\(word("此链接只能使用一次。", "This link works once."))</p>"
            }
                ?? """
                <label for="name">\(word("账号", "Account"))</label><input id="name" name="name" autocomplete="username" autofocus>
                <label for="password">\(word("密码", "Password"))</label><input id="password" name="password" type="password" autocomplete="current-password">
                <p>\(word("或者用令牌：", "Or with a token:"))</p>
                <label for="token">\(word("令牌", "Token"))</label><input id="token" name="token" type="password" autocomplete="off">
                """
        let body =
            "<form class=\"sign-in\" method=\"post\" action=\"/sign-in\"><h1>\(word("登录", "Sign in"))</h1>\(message)\(fields)<button>\(word("登录", "Sign in"))</button></form>"
        return Page(title: word("登录", "Sign in"), body: body, tongue: context.tongue, address: "/sign-in").response(
            failed ? .unauthorized : .ok)
    }

    private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try CrossSite.refuse(request)
        let buffer = try await request.body.collect(upTo: context.maxUploadSize)
        let values = try Form.values(String(buffer: buffer))
        let proof: SignInProof =
            if let link = values["link"] {
                .link(link)
            } else if let name = values["name"], !name.isEmpty {
                .password(values["password"] ?? "", of: name, from: proxies.address(of: request, context))
            } else {
                .token(values["token"] ?? "")
            }
        do throws(ArchiveError) {
            return redirect("/", cookie: cookie(Visits.cookie, visits.begin(try await archive.beginVisit(proof)), lasting: nil))
        } catch  where error.code == .signInNeeded { return form(link: nil, context, failed: true) }
    }

    /// - Parameter lasting: In seconds; as long as the browser's window without.
    private func cookie(_ name: String, _ value: String, lasting: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: lasting, path: "/", secure: secureCookies, httpOnly: true,
            sameSite: name == Visits.cookie ? .strict : .lax)
    }

    private func redirect(_ address: String, cookie: Cookie) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.setCookie(cookie)
        return response
    }
}

/// Values of a form (`application/x-www-form-urlencoded`).
enum Form {
    static func values(_ text: String) throws -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = try pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                guard let text = PercentText.decoded(part, plusIsSpace: true) else { throw HTTPError(.badRequest) }
                return text
            }
            guard parts.count == 2 else { continue }
            guard values.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw ArchiveError(
                    .usage, ArchiveMessage.memberTwice(parts[0], in: "request"), remedy: Remedy.correctMember, subject: parts[0])
            }
        }
        return values
    }
}
