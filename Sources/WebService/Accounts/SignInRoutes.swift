import Archive
import Hummingbird
import Records
import Wording

/// What `sign-in.mustache` calls.
struct SignInPage {
    /// The secret of a one-time link that was followed.
    var link: String?
    /// The account that was tried, to try again.
    var triedName = ""
    var hasFailed = false
    var hasTriedToken = false
}

/// Signing in by a one-time link, a password or a token, signing out, choosing the language.
struct SignInRoutes: Sendable {
    let archive: any Archive
    let visits: Visits
    let pages: Pages
    let proxies: Proxies

    private var cookies: Cookies { pages.cookies }

    func add(to router: Router<ServiceContext>) {
        // Following a link only shows a button: what previews links must not use them up.
        router.get("sign-in") { request, context in
            try form(SignInPage(link: Members.query(of: request, known: ["link"])["link"]), Viewer(request, context))
        }
        router.post("sign-in") { request, context in try await signIn(request, context) }
        router.post("sign-out") { request, _ in
            try CrossSite.refuse(request)
            if let id = request.cookies[Cookies.Name.visit.rawValue]?.value { visits.end(id) }
            return cookies.redirect("/sign-in", cookies.ended(.visit), cookies.notice(.signedOut))
        }
        router.get("language/{tongue}") { request, context in
            let tongue = context.parameters.get("tongue").flatMap { Tongue(rawValue: String($0)) } ?? .chinese
            let wanted = try Members.query(of: request, known: ["to"])["to"] ?? "/"
            return cookies.redirect(Self.within(wanted), cookies.cookie(.language, tongue.rawValue, lasting: 31_536_000))
        }
    }

    /// An address within this service, or the first page: what begins with two slashes leads elsewhere, and an address has visible ASCII only.
    private static func within(_ address: String) -> String {
        let isOurs = address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\")
        return isOurs && address.utf8.allSatisfy { (33...126).contains($0) } ? address : "/"
    }

    private func form(_ content: SignInPage, _ viewer: Viewer) throws -> Response {
        try pages.response(
            .signIn, SignInWord.signIn.text(viewer.tongue), content, for: viewer, status: content.hasFailed ? .unauthorized : .ok)
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
            let visit = try await archive.beginVisit(proof)
            let home = Viewer(request, try await archive.account(of: visit)).home
            return cookies.redirect(home, cookies.cookie(.visit, visits.begin(visit)), cookies.notice(.signedIn))
        } catch  where error.code == .signInNeeded {
            let tried = SignInPage(triedName: values["name"] ?? "", hasFailed: true, hasTriedToken: values["token"]?.isEmpty == false)
            return try form(tried, Viewer(request, context))
        }
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
