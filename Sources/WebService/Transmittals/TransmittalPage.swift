import Archive
import Records
import Wording

/// What `transmittals.mustache` calls: papers that went out and came in, the newest first, and a form to enter more.
struct TransmittalsPage {
    struct Line {
        let name: String
        let address: String
        let standing: String

        init(_ line: TransmittalLine, _ tongue: Tongue) {
            name = line.name
            address = "/transmittals/\(line.id)"
            let carriage = [line.carrier?.text(tongue), line.waybill?.number].compactMap(\.self).joined(separator: " ")
            standing = [line.direction.text(tongue).asHeading, line.on, line.state.text(tongue), carriage].filter { !$0.isEmpty }
                .joined(separator: " · ")
        }
    }

    let problem: String?
    let asked: String
    let state: String?
    let choices: [Page.Link]
    let found: String
    let transmittals: [Line]
    let hasTransmittals: Bool
    let next: String?
    let mayEnter: Bool
    let ways: [Choice]
    let carriers: [Choice]
    /// What was written stays, whatever is wrong with it.
    let name: String
    let things: String
    let waybill: String
    let until: String
    let note: String

    /// - Parameter start: How many are passed over.
    init(
        _ all: [TransmittalLine], asked question: ListTransmittals, from start: Int, _ form: [String: String], _ problem: String?,
        for viewer: Viewer
    ) {
        let tongue = viewer.tongue
        self.problem = problem
        asked = question.words ?? ""
        state = question.state?.rawValue
        choices = [
            Page.Link(name: TransmittalPageWord.transmittalAll.text(tongue), address: "/transmittals", isCurrent: question.state == nil),
            Page.Link(
                name: TransmittalPageWord.transmittalOpen.text(tongue),
                address: "/transmittals?state=\(TransmittalState.sent.rawValue)", isCurrent: question.state == .sent),
        ]
        found = TransmittalPageMessage.found(all.count).text(tongue)
        let part = ListPart(of: all, from: start, at: "/transmittals", asked: [("words", question.words), ("state", state)])
        transmittals = part.shown.map { Line($0, tongue) }
        hasTransmittals = !transmittals.isEmpty
        next = part.next
        mayEnter = viewer.may(.keepTransmittal)
        ways = Choice.all(of: TransmittalDirection.self, chosen: form["way"], tongue)
        carriers = Choice.all(of: Carrier.self, chosen: form["carrier"], tongue)
        (name, things, waybill) = (form["name"] ?? "", form["things"] ?? "", form["waybill"] ?? "")
        (until, note) = (form["until"] ?? "", form["note"] ?? "")
    }
}

/// What `transmittal.mustache` calls: a transmittal, what is in it, and what its viewer may say of it now.
struct TransmittalPage {
    struct Item {
        let title: String
        let address: String
        let about: String
    }

    let heading: String
    /// The address of the page.
    let here: String
    let problem: String?
    let facts: [PageFact]
    let items: [Item]
    /// Where the printed form is; nil for whoever may not print it.
    let form: String?
    let maySettle: Bool
    let maySetCarriage: Bool
    let outcomes: [Choice]
    let carriers: [Choice]
    /// What was written stays, whatever is wrong with it.
    let signer: String
    let proof: String
    let reason: String
    let on: String
    let waybill: String

    init(_ view: TransmittalView, _ written: [String: String], _ problem: String?, for viewer: Viewer) {
        let (line, tongue) = (view.line, viewer.tongue)
        heading = "\(line.direction.text(tongue).asHeading) · \(line.name)"
        here = "/transmittals/\(line.id)"
        self.problem = problem
        facts = Self.facts(of: line, tongue)
        items = view.items.map { item in
            let about = [
                item.form.text(tongue).asHeading,
                TransmittalPageMessage.item(version: item.version.value, copies: item.copies).text(tongue),
                item.destroyedOn.map { TransmittalPageMessage.destroyed(on: $0).text(tongue) },
            ]
            return Item(
                title: [item.number, item.title].compactMap(\.self).joined(separator: " "),
                address: item.original.map { "/originals/\($0)" } ?? "/documents/\(item.document)",
                about: about.compactMap(\.self).joined(separator: " · "))
        }
        form = viewer.may(.exportLists) ? "\(here)/form?language=\(tongue.rawValue)" : nil
        let keeps = viewer.may(.keepTransmittal)
        (maySettle, maySetCarriage) = (keeps && line.state == .sent, keeps)
        outcomes = Choice.all(of: TransmittalSettled.Outcome.self, chosen: written["outcome"], tongue)
        carriers = Choice.all(of: Carrier.self, chosen: written["carrier"], tongue)
        (signer, proof, reason) = (written["signer"] ?? "", written["proof"] ?? "", written["reason"] ?? "")
        (on, waybill) = (written["on"] ?? "", written["waybill"] ?? "")
    }

    private static func facts(of line: TransmittalLine, _ tongue: Tongue) -> [PageFact] {
        func fact(_ word: TransmittalWord, _ value: String?, at address: String? = nil) -> PageFact? {
            PageFact(word, value, at: address, in: tongue)
        }
        let isOut = line.direction == .out
        return [
            fact(.state, line.state.text(tongue).asHeading), fact(isOut ? .to : .from, line.name),
            line.party.flatMap { fact(.party, $0.name, at: "/parties/\($0.id)") }, fact(isOut ? .sentOn : .receivedOn, line.on),
            fact(.enteredBy, line.by), fact(.carrier, line.carrier?.text(tongue)), fact(.waybill, line.waybill?.number),
            fact(.until, line.until), fact(.note, line.note), fact(.settledOn, line.settledOn), fact(.signer, line.signer),
            line.proof.flatMap { fact(.proof, "\($0)", at: "/documents/\($0)") }, fact(.reason, line.reason),
            fact(.transmittal, "\(line.id)"),
        ].compactMap(\.self)
    }
}
