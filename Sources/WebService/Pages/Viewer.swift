import Archive
import Hummingbird
import Records
import Wording

/// Who looks at a page, and how: all that the frame asks of a request.
struct Viewer {
    let account: AccountView?
    let tongue: Tongue
    let notice: PageNotice?
    private let path: String
    /// The address to come back to after changing the language.
    private let address: String

    init(_ request: Request, _ account: AccountView?) {
        self.account = account
        tongue = Language.of(request)
        notice = request.cookies[Cookies.Name.notice.rawValue].flatMap { PageNotice(rawValue: $0.value) }
        path = request.uri.path
        // Only what was asked for with GET can be asked for again.
        let query = request.uri.query.map { "?\($0)" } ?? ""
        address = request.method == .get || request.method == .head ? path + query : path
    }

    func may(_ operation: Operation) -> Bool { account.map { !operation.row.roles.isDisjoint(with: $0.roles) } ?? false }

    /// What this account may use of what is there.
    var links: [Page.Link] {
        guard account != nil else { return [] }
        let all: [(address: String, name: String, isAllowed: Bool)] = [
            ("/", SearchWord.search.text(tongue), may(.search)), ("/next", DossierPageWord.waiting.text(tongue), may(.seeNext)),
            ("/parties", PartyPageWord.parties.text(tongue), may(.readParties)),
            ("/dossiers", DossierPageWord.dossiers.text(tongue), may(.readDossiers)),
            ("/originals", OriginalPageWord.originals.text(tongue), may(.readOriginals)),
            ("/transmittals", TransmittalPageWord.transmittals.text(tongue), may(.readTransmittals)),
            ("/packs", PackPageWord.packs.text(tongue), may(.readPacks)),
            ("/due", DueWord.dueTitle.text(tongue), may(.readRetention)),
            ("/disposals", DisposalPageWord.disposals.text(tongue), may(.readDisposals)),
            ("/statistics", StatisticsWord.statistics.text(tongue), may(.statistics)),
            ("/api", ProgramsWord.programs.text(tongue), true),
        ]
        // Whoever takes over from sales begins with what was handed over.
        let first = account?.roles == [.customerService] ? "/packs" : "/"
        let ordered = all.filter { $0.address == first } + all.filter { $0.address != first }
        return ordered.filter(\.isAllowed).map { Page.Link(name: $0.name, address: $0.address, isCurrent: $0.address == path) }
    }

    /// Where this account begins.
    var home: String { links.first?.address ?? "/" }

    var otherTongue: Page.OtherTongue {
        let other: Tongue = tongue == .chinese ? .english : .chinese
        return Page.OtherTongue(
            name: other == .chinese ? "中文" : "English", language: other.htmlName,
            address: "/language/\(other.rawValue)?to=\(PercentText.encoded(address))")
    }

    func names(of roles: [Role]) -> String { Self.names(of: roles, tongue) }

    static func names(of roles: some Sequence<Role>, _ tongue: Tongue) -> String {
        roles.sorted { $0.rawValue < $1.rawValue }.map { $0.text(tongue) }.joined(separator: tongue == .chinese ? "、" : ", ")
    }
}

extension Viewer {
    init(_ request: Request, _ context: SignedInContext) { self.init(request, context.account) }
    init(_ request: Request, _ context: ServiceContext) { self.init(request, context.account) }
}

extension Tongue {
    /// As the attribute `lang` names it.
    var htmlName: String { self == .chinese ? "zh-CN" : "en" }
}
