import Archive
import Records
import Testing

/// What somebody with a role and the name 陈国清 sees of documents of each kind, by every question that speaks of documents.
@Suite("R-50: role, class, confidentiality, own deals and grants decide together what is seen")
struct SightTests {
    /// A kind of document, as far as rights are concerned.
    enum Kind: String, CaseIterable {
        case open, `internal`, secret
        case ownSecret, grantedSecret, secretOfGrantedDossier
        case closedClass, ownInClosedClass, grantedClosedClass, belowClosedClass
        case formerlyGranted
    }

    private static let everybody: Set<Kind> = [
        .open, .internal, .ownSecret, .grantedSecret, .secretOfGrantedDossier, .ownInClosedClass, .grantedClosedClass,
    ]
    private static let trusted = everybody.union([.secret, .formerlyGranted])

    /// The table of R-51's roles: what each sees; an administrator and information systems read nothing by that.
    static let table: [(role: Role, sees: Set<Kind>)] = [
        (.salesAssistant, everybody), (.salesperson, everybody), (.customerService, everybody), (.reviewer, everybody),
        (.salesManager, trusted), (.head, trusted), (.auditor, trusted),
        (.archivist, Set(Kind.allCases)), (.finance, everybody.union([.closedClass, .belowClosedClass])),
        (.administrator, []), (.informationSystems, []),
    ]

    /// Documents of each kind, and a company in which they lie.
    private struct World {
        let company: SmallCompany
        var documents: [Kind: DocumentID] = [:]

        init(_ person: String) async throws {
            company = try await SmallCompany()
            let archive = company.archive
            let scheme = LocalArchive.standardScheme.replacing(
                "code: XS-CW, parent: XS,", with: "code: XS-CW, parent: XS, readers: [finance, archivist],")
            try await archive.carryOut(LoadScheme(scheme), as: .operator)
            for kind in Kind.allCases {
                documents[kind] = try await company.file("\(kind).txt", "凤凰台 \(kind.rawValue)") { words in
                    switch kind {
                    case .open: words.confidentiality = "public"
                    case .internal, .closedClass, .ownInClosedClass, .grantedClosedClass, .belowClosedClass:
                        words.confidentiality = "internal"
                    case .secret, .ownSecret, .grantedSecret, .secretOfGrantedDossier, .formerlyGranted: words.confidentiality = "secret"
                    }
                    if kind == .ownSecret || kind == .ownInClosedClass { words.handler = person }
                }
            }
            for (kind, code) in [
                (Kind.closedClass, "XS-CW"), (.ownInClosedClass, "XS-CW"), (.grantedClosedClass, "XS-CW"), (.belowClosedClass, "XS-CW-PZ"),
            ] {
                try await archive.carryOut(ClassifyDocuments([try self[kind]], as: code, reason: nil), as: .operator)
            }
        }

        subscript(_ kind: Kind) -> DocumentID { get throws { try #require(documents[kind]) } }

        func grant(to person: String) async throws {
            let archive = company.archive
            let dossier = try await archive.carryOut(OpenDossier(title: "凤凰台", party: nil), as: .operator).id
            let until = try #require(CivilDate("2999-12-31"))
            for scope in [GrantScope.document(try self[.grantedSecret]), .document(try self[.grantedClosedClass]), .dossier(dossier)] {
                try await archive.carryOut(GiveGrant(to: person, scope, until: until, reason: "审计"), as: .operator)
            }
            // It comes there after the grant.
            try await archive.carryOut(LinkDocuments([try self[.secretOfGrantedDossier]], to: dossier, home: true), as: .operator)
            let ended = try await archive.carryOut(
                GiveGrant(to: person, .document(try self[.formerlyGranted]), until: until, reason: "审计"), as: .operator
            )
            try await archive.carryOut(EndGrant(ended.number, reason: "审计结束"), as: .operator)
        }
    }

    private func kinds(_ ids: some Sequence<DocumentID>, _ world: World) -> Set<Kind> {
        let ids = Set(ids)
        return Set(world.documents.filter { ids.contains($0.value) }.map(\.key))
    }

    @Test(
        "each role sees what the table says: by its identifier, in lists, searches, counts and due lists alike",
        arguments: table.map(\.role))
    func sight(_ role: Role) async throws {
        let expected = try #require(Self.table.first { $0.role == role }).sees
        let world = try await World("陈国清")
        let archive = world.company.archive
        let actor = try await world.company.account("陈国清", [role])
        try await world.grant(to: "陈国清")
        var shown: Set<Kind> = []
        for (kind, id) in world.documents where (try? await archive.ask(ShowDocument(id), as: actor)) != nil { shown.insert(kind) }
        #expect(shown == expected)
        guard !expected.isEmpty else { return }
        #expect(kinds(try await archive.ask(ListDocuments(withdrawn: false), as: actor), world) == expected)
        let found = try await archive.ask(SearchDocuments(DocumentSearch(query: "凤凰台", limit: 100)), as: actor)
        #expect(kinds(found.hits.map(\.id), world) == expected && found.total == expected.count)
        #expect(found.facets["type"]?.reduce(0) { $0 + $1.count } == expected.count)
        #expect(kinds(try await archive.ask(ListDue(.all), as: actor).map(\.document), world) == expected)
        let counted = try await archive.ask(CountDue(), as: actor).reduce(0) { $0 + $1.documents }
        #expect(counted == expected.count + 2, "the company's own two besides")
        for kind in Kind.allCases {
            let rights = try await archive.ask(ShowRights(to: try world[kind]), as: .operator)
            #expect(rights.contains { $0.name == "陈国清" } == expected.contains(kind), "\(kind)")
        }
    }

    @Test("a grant holds to its last day, and opens no operation")
    func lastDay() async throws {
        let world = try await World("无人")
        let (archive, secret) = (world.company.archive, try world[.secret])
        let actor = try await world.company.account("陈国清", [.salesperson])
        let today = try #require(CivilDate(try await archive.ask(ShowDocument(secret), as: .operator).filedOn))
        try await archive.carryOut(GiveGrant(to: "陈国清", .document(secret), until: today, reason: "审计"), as: .operator)
        #expect(try await archive.ask(ShowDocument(secret), as: actor).id == secret)
        let edit = await refusal { _ = try await archive.carryOut(WithdrawDocument(secret, reason: "误归档"), as: actor) }
        #expect(edit == .notAllowed)
        world.company.clock.move(milliseconds: 2 * 86_400_000)
        #expect(await refusal { _ = try await archive.ask(ShowDocument(secret), as: actor) } == .documentUnknown)
        #expect(try await archive.ask(ListGrants(ended: false), as: .operator).isEmpty)
        #expect(try await archive.ask(ListGrants(ended: true), as: .operator).count == 1)
    }

    @Test("R-51: nobody gives themselves a grant; past days, unknown scopes and accounts are refused; nothing changes")
    func refusedGrants() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        let archivist = try await company.account("陈国清", [.archivist])
        let (day, past) = (try #require(CivilDate("2999-12-31")), try #require(CivilDate("2020-12-31")))
        let before = try await company.events()
        for (grant, code) in [
            (GiveGrant(to: "陈国清", .document(document), until: day, reason: "看"), ErrorCode.notAllowed),
            (GiveGrant(to: "无此人", .document(document), until: day, reason: "看"), .accountUnknown),
        ] {
            #expect(await refusal { _ = try await archive.carryOut(grant, as: archivist) } == code)
        }
        for (grant, code) in [
            (GiveGrant(to: "陈国清", .document(document), until: past, reason: "看"), ErrorCode.valueRefused),
            (GiveGrant(to: "陈国清", .recordClass("XS-无"), until: day, reason: "看"), .recordUnknown),
            (GiveGrant(to: "陈国清", .document(document), until: day, reason: " "), .valueRefused),
        ] {
            #expect(await refusal { _ = try await archive.carryOut(grant, as: .operator) } == code)
        }
        // The first refusal for want of a right is an event of its own.
        #expect(try await company.events() <= before + 1)
    }

    @Test("R-29: a class below may only narrow who sees what is in it, and nobody classifies out of their own sight")
    func readers() async throws {
        let company = try await SmallCompany()
        let archive = company.archive
        func scheme(_ above: String, _ below: String) -> String {
            LocalArchive.standardScheme.replacing("code: XS-CW, parent: XS,", with: "code: XS-CW, parent: XS, readers: [\(above)],")
                .replacing("code: XS-CW-PZ, parent: XS-CW,", with: "code: XS-CW-PZ, parent: XS-CW, readers: [\(below)],")
        }
        let wider = scheme("finance, archivist", "finance, salesperson")
        #expect(await refusal { _ = try await archive.carryOut(LoadScheme(wider), as: .operator) } == .valueRefused)
        try await archive.carryOut(LoadScheme(scheme("finance, archivist", "archivist")), as: .operator)
        let assistant = try await company.account("陈国清", [.salesAssistant])
        let refused = await refusal {
            _ = try await archive.carryOut(ClassifyDocuments([try company.document], as: "XS-CW-ZB", reason: nil), as: assistant)
        }
        #expect(refused == .valueRefused)
    }
}
