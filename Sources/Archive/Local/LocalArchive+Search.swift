import Catalogue
import Crypto
import GRDB
public import Records
import Wording

extension LocalArchive {
    public func search(_ search: DocumentSearch, by actor: Actor) async throws(ArchiveError) -> SearchResult {
        try await recordingRefusals(of: .search, to: actor) { () async throws(ArchiveError) in
            let (result, secrets) = try await read { [self] db in
                try authorise(.search, for: actor, in: db)
                return try find(search, for: actor, in: db)
            }
            // A search whose hits include 秘密 documents of others' deals is itself an event, before its answer (law 2).
            if secrets > 0 {
                let salt = Salt.random()
                let digest = hexDigits(SHA256.hash(data: Array((salt + search.query).utf8)))
                try await record(.secretsFound(SecretsFound(query: "\(salt):\(digest)", count: secrets)), by: actor)
            }
            return result
        }
    }

    private func find(_ search: DocumentSearch, for actor: Actor, in db: Database) throws -> (SearchResult, secrets: Int) {
        let zone = CivilZone(name: place.identity.zone)
        let today = zone?.date(of: clock.now()) ?? clock.now().date()
        let query = Query(vocabulary: vocabulary, today: today).parse(search.query)
        let scope = try scope(for: actor, in: db)
        let request = SearchRequest(query, scope: scope, limit: search.limit, offset: search.offset, order: search.order.inCatalogue)
        let answer = try engine.search(request, in: db)
        let views = try HitQueries.hits(inRows: answer.hits.map(\.row), in: db)
        let hits = answer.hits.compactMap { found in views[found.row].map { hit(found, $0) } }
        let name = try accountName(actor, in: db)
        let secrets = views.values.count { $0.confidentiality == .secret && (name == nil || $0.handler != name) }
        let result = SearchResult(
            total: answer.total, hits: hits, facets: try facets(answer.facets, in: db),
            ignored: answer.ignored.map { IgnoredPart(text: $0.text, reason: $0.message.phrase) }, relaxed: answer.relaxed)
        return (result, secrets)
    }

    /// What the actor may see, so that nothing leaks by counts, facets or order.
    private func scope(for actor: Actor, in db: Database) throws -> SearchScope {
        guard let roles = try roles(of: actor, in: db), !Rights.seeSecrets(roles) else { return SearchScope() }
        return SearchScope(secrets: .only(try HitQueries.secretRows(handledBy: try accountName(actor, in: db), in: db)))
    }

    private func accountName(_ actor: Actor, in db: Database) throws -> String? {
        guard case .account(let id) = actor else { return nil }
        return try AccountQueries.account(id, in: db)?.name
    }

    private func hit(_ found: SearchAnswer.Hit, _ view: HitQueries.HitView) -> SearchHit {
        SearchHit(
            id: view.id, number: view.number, title: view.title, type: view.type, party: view.party, signed: view.signed,
            amount: view.amount, state: view.state, version: view.version,
            snippets: found.snippets.map { snippet in
                Snippet(
                    source: snippet.source.rawValue, text: snippet.text, highlights: snippet.highlights.map { [$0.lowerBound, $0.count] })
            }, complete: found.matchedAll)
    }

    private func facets(_ facets: SearchAnswer.Facets, in db: Database) throws -> [String: [FacetCount]] {
        [
            "type": facets.types.map { count in
                let entry = DocumentType(count.value).flatMap { vocabulary.entry(for: $0) }
                return FacetCount(
                    value: count.value, label: Phrase(entry?.chinese ?? count.value, entry?.english ?? count.value), count: count.count)
            },
            "party": try facets.parties.compactMap { count in
                try HitQueries.partyName(ofRow: count.value, in: db).map {
                    FacetCount(value: $0, label: Phrase($0, $0), count: count.count)
                }
            },
            "year": facets.years.map { FacetCount(value: "\($0.value)", label: Phrase("\($0.value)", "\($0.value)"), count: $0.count) },
            "status": facets.states.map { count in
                FacetCount(
                    value: count.value, label: StateName(rawValue: count.value)?.phrase ?? Phrase(count.value, count.value),
                    count: count.count)
            },
        ]
    }
}

extension DocumentSearch.Order {
    fileprivate var inCatalogue: SearchRequest.Order {
        switch self {
        case .relevance: .relevance
        case .newest: .filed(ascending: false)
        case .oldest: .filed(ascending: true)
        case .signed: .signed(ascending: false)
        case .amount: .amount(ascending: false)
        }
    }
}
