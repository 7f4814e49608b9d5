import Archive
import Crypto
import Foundation
import Hummingbird
import Mustache
import Records
import Wording

/// What the frame says and shows around each page. Its members are what `frame.mustache` calls.
struct Page {
    struct Link {
        let name: String
        let address: String
        var isCurrent = false
    }
    struct Account {
        let name: String
        let roles: String
    }
    struct OtherTongue {
        let name: String
        let language: String
        let address: String
    }

    let words: Words
    let language: String
    let title: String
    let styleAddress = Asset.style.address
    let iconAddress = Asset.icon.address
    let home: String
    let links: [Link]
    let account: Account?
    let otherTongue: OtherTongue
    let notice: String?
    /// What the template of the page calls.
    let content: any Sendable
}

/// Makes pages from templates.
struct Pages: Sendable {
    let cookies: Cookies
    private let templates = Template.library

    init(cookies: Cookies) { self.cookies = cookies }

    /// A page in the frame.
    ///
    /// - Parameter content: A value whose members the template calls.
    /// - Throws: where a template does not parse, which a test excludes.
    func response(
        _ template: Template, _ title: String, _ content: any Sendable, for viewer: Viewer, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let text = try text(template, title, content, for: viewer)
        var response = Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: text)))
        // Said once.
        if viewer.notice != nil { response.setCookie(cookies.ended(.notice)) }
        return response
    }

    func text(_ template: Template, _ title: String, _ content: any Sendable, for viewer: Viewer) throws -> String {
        let page = Page(
            words: Words(tongue: viewer.tongue), language: viewer.tongue.htmlName, title: title, home: viewer.home, links: viewer.links,
            account: viewer.account.map { Page.Account(name: $0.name, roles: viewer.names(of: $0.roles)) },
            otherTongue: viewer.otherTongue, notice: viewer.notice?.text(viewer.tongue), content: content)
        return try templates.get().render(page, withTemplate: template.rawValue) ?? ""
    }
}

/// What pages load: embedded files, each at an address that changes with its bytes, so that browsers may keep them.
struct Asset: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]
    /// `/style.css?1f0c93ab`
    let address: String

    private init(_ path: String, _ type: String, _ bytes: [UInt8]) {
        (self.path, self.type, self.bytes) = (path, type, bytes)
        address = "/\(path)?\(hexDigits(SHA256.hash(data: bytes).prefix(4)))"
    }

    static let style = Asset("style.css", "text/css; charset=utf-8", PackageResources.style_css)
    static let icon = Asset("icon.svg", "image/svg+xml", PackageResources.icon_svg)

    func add(to router: Router<ServiceContext>) {
        router.get(RouterPath(path)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: type, .cacheControl: "max-age=604800"],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}

extension String {
    /// With its first letter large, as headings have it.
    var asHeading: String { prefix(1).uppercased() + dropFirst() }
}
