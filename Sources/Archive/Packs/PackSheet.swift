import Exchange
import Records
import Wording

/// The handover sheet (交底单) of a pack, to be printed and signed; and the page by which it is read on a screen.
struct PackSheet {
    private let contents: PackContents
    /// The first user's; the papers of a Chinese company are Chinese.
    private let tongue = Tongue.chinese
    /// More of one kind stand on the page for the screen and in the manifest, and not on paper.
    private static let most = 50

    init(_ contents: PackContents) { self.contents = contents }

    private var view: PackView { contents.view }
    private var pack: PackLine { contents.view.pack }

    func pdf() throws(ExchangeError) -> [UInt8] {
        let form = PrintedForm(
            title: PackWord.sheet.phrase, subtitle: pack.title, footer: "\(pack.id) \(edition)", created: contents.made,
            blocks: notes.map { .paragraph(heading: nil, $0) } + [
                .facts(facts.map { PrintedForm.Fact($0.0.phrase, $0.1) }), .table(items),
                .paragraph(heading: PackWord.attachments.phrase, ""),
                .table(attachments), .signatures(signers),
            ])
        return try form.pdf(tongue)
    }

    func index() throws(ExchangeError) -> [UInt8] {
        let page = PackIndex(
            title: "\(PackWord.sheet.text(tongue)) · \(pack.title)", notes: notes,
            facts: facts.map { PackIndex.Fact($0.0.text(tongue), $0.1) }, heading: PackWord.item.text(tongue),
            columns: [PackWord.item, .state, .content].map { $0.text(tongue) },
            items: view.checklist.map { item in
                PackIndex.Item(name: item.name.text(tongue), state: state(of: item), text: item.text, files: item.documents.flatMap(links))
            },
            check: (PackWord.checkHeading.text(tongue), PackWord.check.text(tongue)), in: tongue)
        return try page.html()
    }

    private var edition: String { PackFileMessage.editionNumber(view.edition ?? 0).text(tongue) }

    private var notes: [String] {
        [
            view.supersededBy.map { PackFileMessage.superseded(by: $0).text(tongue) },
            contents.isWithheld ? PackWord.withheld.text(tongue) : nil,
        ].compactMap(\.self)
    }

    private var facts: [(PackWord, String)] {
        [
            (.number, contents.numbers.isEmpty ? "—" : contents.numbers.joined(separator: "、")), (.party, pack.party?.name ?? "—"),
            (.deal, "\(pack.title)（\(pack.dossier)）"), (.receiver, pack.receiver.name.text(tongue)), (.pack, "\(pack.id)"),
            (.edition, edition), (.issued, pack.issued ?? ""),
            (.participants, view.participants ?? "—"),
            (.signed, pack.signed ?? PackWord.notSigned.text(tongue)),
        ]
    }

    private func state(of item: PackItemView) -> String {
        [
            item.state.text(tongue), item.by.map { PackFileMessage.by($0, isOverdue: item.isOverdue).text(tongue) },
            item.rejected.map { PackFileMessage.rejected($0).text(tongue) },
        ].compactMap(\.self).joined(separator: "\n")
    }

    private func about(_ document: PackedDocument) -> String {
        [
            document.number, PackFileMessage.version(document.version.value).text(tongue),
            document.destroyedOn.map { PackFileMessage.destroyed(on: $0).text(tongue) },
        ].compactMap(\.self).joined(separator: " ")
    }

    private func links(_ document: PackedDocument) -> [PackIndex.File] {
        guard let files = contents.files[document.id] else {
            return [PackIndex.File(name: document.title, path: nil, about: about(document))]
        }
        return files.map { file in
            PackIndex.File(
                name: file.record.name.text, path: file.path,
                about: file.path == nil ? PackWord.noFile.text(tongue) : "\(document.title) \(about(document))")
        }
    }

    private var items: Table {
        Table(
            title: PackWord.item.phrase,
            columns: [
                Column(PackWord.order.phrase), Column(PackWord.item.phrase, weight: 4), Column(PackWord.state.phrase, weight: 3),
                Column(PackWord.content.phrase, weight: 9),
            ],
            rows: view.checklist.enumerated().map { index, item in
                let documents =
                    item.documents.prefix(Self.most).map { "\($0.title)（\(about($0))）" } + others(than: item.documents.count)
                return [
                    .number(index + 1), .text(item.name.text(tongue)), .text(state(of: item)),
                    .text(([item.text].compactMap(\.self) + documents).joined(separator: "\n")),
                ]
            })
    }

    private var attachments: Table {
        let columns: [(PackWord, Int)] = [(.order, 1), (.title, 5), (.version, 2), (.file, 5), (.size, 2), (.digest, 6)]
        let lines = contents.documents.flatMap { document in (contents.files[document.id] ?? []).map { (document, $0) } }
        return Table(
            title: PackWord.attachments.phrase, columns: columns.map { Column($0.0.phrase, weight: $0.1) },
            rows: lines.prefix(Self.most).enumerated().map { index, line in
                let (document, file) = line
                return [
                    .number(index + 1), .text([document.number, document.title].compactMap(\.self).joined(separator: " ")),
                    .text(PackFileMessage.version(document.version.value).text(tongue)), .text(file.record.name.text),
                    .number(Int(file.size)),
                    .text(file.sha256.hex + (file.path == nil ? "\n" + PackWord.noFile.text(tongue) : "")),
                ]
            } + others(than: lines.count).map { [.empty, .text($0)] + Array(repeating: .empty, count: columns.count - 2) })
    }

    /// That there are more than are told one by one; nothing where there are not.
    private func others(than count: Int) -> [String] {
        count > Self.most ? [PackFileMessage.others(count - Self.most).text(tongue)] : []
    }

    private var signers: [SignatureBox] {
        [
            SignatureBox(role: PackWord.giver.phrase, name: pack.issuedBy ?? "", date: pack.issuedOn.flatMap { CivilDate($0) }),
            SignatureBox(role: PackWord.taker.phrase, name: pack.signedBy ?? "", date: pack.signedOn.flatMap { CivilDate($0) }),
            SignatureBox(role: PackWord.attendee.phrase, name: view.participants ?? ""),
        ]
    }
}
