import Archive
import Hummingbird
import Records
import Wording

/// Pages of papers that go out and come in (收发): to find them by a waybill, to enter them, and to say what became of them.
struct TransmittalPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("transmittals") { request, context in try await list(request, context) }
        group.post("transmittals") { request, context in try await enter(request, context) }
        group.get("transmittals/{transmittal}") { request, context in
            _ = try Members.query(of: request, known: [])
            return try await show(request, context)
        }
        group.get("transmittals/{transmittal}/form") { request, context in
            let asked = try Members.query(of: request, known: ["language"])
            let question = PrintTransmittal(try id(context), in: asked["language"].flatMap { Tongue(rawValue: $0) })
            return ContentResponse.make(try await archive.ask(question, as: context.actor))
        }
        group.post("transmittals/{transmittal}/{step}") { request, context in try await take(request, context) }
    }

    private func list(
        _ request: Request, _ context: SignedInContext, written form: [String: String] = [:], refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let asked = try Members.query(of: request, known: ["words", "state", "from"])
        var question = ListTransmittals()
        question.words = asked.given("words")
        if let text = asked.given("state") {
            guard let state = TransmittalState(rawValue: text) else {
                throw ArchiveError.parameterRefused("state", text, remedy: Remedy.correctMember)
            }
            question.state = state
        }
        let (found, start) = (try await archive.ask(question, as: context.actor), asked.passedOver)
        let content = TransmittalsPage(found, asked: question, from: start, form, error?.said(viewer.tongue), for: viewer)
        // Each page has a title of its own.
        let parts = [
            TransmittalPageWord.transmittals.text(viewer.tongue), question.state?.text(viewer.tongue) ?? "", question.words ?? "",
            start > 0 ? "\(start + 1)–" : "",
        ]
        let title = parts.filter { !$0.isEmpty }.joined(separator: ": ")
        return try pages.response(.transmittals, title, content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    private func show(
        _ request: Request, _ context: SignedInContext, written form: [String: String] = [:], refused error: ArchiveError? = nil
    ) async throws -> Response {
        let viewer = Viewer(request, context)
        let view = try await archive.ask(ShowTransmittal(try id(context)), as: context.actor)
        let content = TransmittalPage(view, form, error?.said(viewer.tongue), for: viewer)
        let title = "\(TransmittalPageWord.transmittals.text(viewer.tongue)): \(content.heading)"
        return try pages.response(.transmittal, title, content, for: viewer, status: error?.pageStatus ?? .ok)
    }

    /// Entered, its page shows it; refused, the reason is shown with what was written.
    private func enter(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PageForm.values(of: request)
        do throws(ArchiveError) {
            let entered = try await entered(form, as: context.actor)
            return pages.cookies.redirect("/transmittals/\(entered.line.id)")
        } catch { return try await list(request, context, written: form, refused: error) }
    }

    private func entered(_ form: [String: String], as actor: Actor) async throws(ArchiveError) -> TransmittalView {
        var things: [TransmittedThing] = []
        for line in (form["things"] ?? "").split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            things.append(try TransmittedThing(words: String(line)))
        }
        let (name, carrier, note) = (form["name"] ?? "", try form.carrier(), form.given("note"))
        if form["way"] == TransmittalDirection.in.rawValue {
            return try await archive.carryOut(
                ReceiveTransmittal(from: name, things, waybill: form.given("waybill"), by: carrier, note: note), as: actor)
        }
        let until = form.given("until") == nil ? nil : try form.day("until")
        return try await archive.carryOut(
            SendTransmittal(to: name, things, waybill: form.given("waybill"), by: carrier, until: until, note: note), as: actor)
    }

    /// Done, its page shows how it stands now; refused, the reason is shown with what was written.
    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (transmittal, form) = (try id(context), try await PageForm.values(of: request))
        do throws(ArchiveError) {
            switch context.parameters.get("step").map({ String($0) }) {
            case "settle": try await archive.carryOut(try settled(transmittal, form), as: context.actor)
            case "carriage":
                let change = SetCarriage(of: transmittal, waybill: form.given("waybill"), by: try form.carrier())
                try await archive.carryOut(change, as: context.actor)
            default: throw ArchiveError.parameterRefused("step", "", remedy: Remedy.checkRequest)
            }
            return pages.cookies.redirect("/transmittals/\(transmittal)")
        } catch { return try await show(request, context, written: form, refused: error) }
    }

    private func settled(_ transmittal: TransmittalID, _ form: [String: String]) throws(ArchiveError) -> SettleTransmittal {
        let word = form["outcome"] ?? ""
        guard let outcome = TransmittalSettled.Outcome(rawValue: word) else {
            throw .parameterRefused("outcome", word, remedy: Remedy.correctMember)
        }
        var proof: DocumentID?
        if let text = form.given("proof") { proof = try DocumentID(asked: text) }
        return SettleTransmittal(
            transmittal, outcome, on: form.given("on") == nil ? nil : try form.day("on"), signer: form.given("signer"), proof: proof,
            reason: form.given("reason"))
    }

    private func id(_ context: SignedInContext) throws -> TransmittalID {
        try TransmittalID(asked: try Path.text("transmittal", context.parameters))
    }
}

extension [String: String] {
    /// The carrier that was chosen; nil where none was.
    fileprivate func carrier() throws(ArchiveError) -> Carrier? {
        guard let word = given("carrier") else { return nil }
        guard let carrier = Carrier(rawValue: word) else { throw .parameterRefused("carrier", word, remedy: Remedy.correctMember) }
        return carrier
    }
}
