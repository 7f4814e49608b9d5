import Records
import Wording

extension PrintedForm.Block {
    func lay(into flow: inout Flow, _ tongue: Tongue) {
        switch self {
        case .paragraph(let heading, let text):
            var body = Band.line(text, .body, flow.frame.width)
            body.isFlowing = true
            flow.place((heading.map { [Band.line($0.text(tongue), .heading, flow.frame.width)] } ?? []) + [body])
        case .facts(let facts):
            for fact in facts { flow.place([PrintedForm.Block.band(of: fact, flow.frame.width, tongue)]) }
        case .table(let table): table.lay(into: &flow, tongue)
        case .signatures(let boxes):
            for (index, box) in boxes.enumerated() {
                if index > 0 { flow.leaveSpace(8) }
                flow.place(box.bands(flow.frame.width, tongue))
            }
        }
    }

    private static func band(of fact: PrintedForm.Fact, _ width: Double, _ tongue: Tongue) -> Band {
        let name = 110.0
        var bold = TextStyle.body
        bold.isBold = true
        return Band(places: [
            Band.Place(text: fact.name.text(tongue), style: bold, x: 0, width: name - 8),
            Band.Place(text: fact.value, style: .body, x: name, width: width - name),
        ])
    }
}

extension Table {
    func lay(into flow: inout Flow, _ tongue: Tongue) {
        let widths = widths(flow.frame.width)
        let heading = band(columns.map { $0.heading.text(tongue) }, widths, isHeading: true)
        guard let first = lines.first else { return flow.place([heading]) }
        let repeated = flow.set(heading)
        flow.place([heading, band(first.map(\.text), widths, isBold: rows.isEmpty)], repeating: repeated)
        for (index, row) in lines.enumerated().dropFirst() {
            flow.place([band(row.map(\.text), widths, isBold: index == rows.count)], repeating: repeated)
        }
    }

    private func widths(_ whole: Double) -> [Double] {
        let sum = columns.reduce(0.0) { $0 + Double($1.weight) }
        return columns.map { whole * Double($0.weight) / sum }
    }

    private func band(_ texts: [String], _ widths: [Double], isHeading: Bool = false, isBold: Bool = false) -> Band {
        var x = 0.0
        var places: [Band.Place] = []
        for (column, (text, width)) in zip(columns, zip(texts, widths)) {
            var style = TextStyle.cell
            style.isBold = isHeading || isBold
            style.alignment = isHeading ? .center : column.alignment
            places.append(Band.Place(text: text, style: style, x: x, width: width, isShaded: isHeading))
            x += width
        }
        return Band(places: places, isRuled: true)
    }
}

extension SignatureBox {
    /// The role above; below it name and post, signature and date, and beside these the electronic sign-off.
    func bands(_ width: Double, _ tongue: Tongue) -> [Band] {
        var bold = TextStyle.cell
        bold.isBold = true
        let head = Band(places: [Band.Place(text: role.text(tongue), style: bold, x: 0, width: width, isShaded: true)], isRuled: true)
        let signOff = self.signOff?.lines(tongue) ?? ["", ""]
        return [
            head, row((.name, name), (.post, post), signOff[0], width, tongue, height: 24),
            row((.signature, ""), (.date, date?.description ?? ""), signOff[1], width, tongue, height: 44),
        ]
    }

    private func row(
        _ left: (FormWord, String), _ right: (FormWord, String), _ beside: String, _ width: Double, _ tongue: Tongue, height: Double
    ) -> Band {
        let (label, signed) = (width * 0.1, width * 0.36)
        let value = (width - signed - 2 * label) / 2
        let style = TextStyle.cell
        return Band(
            places: [
                Band.Place(text: left.0.text(tongue), style: style, x: 0, width: label),
                Band.Place(text: left.1, style: style, x: label, width: value),
                Band.Place(text: right.0.text(tongue), style: style, x: label + value, width: label),
                Band.Place(text: right.1, style: style, x: 2 * label + value, width: value),
                Band.Place(text: beside, style: .small, x: width - signed, width: signed),
            ], isRuled: true, leastHeight: height)
    }
}

extension SignOff {
    /// Who and when; what.
    fileprivate func lines(_ tongue: Tongue) -> [String] {
        func line(_ word: FormWord, _ value: String) -> String { word.text(tongue) + (tongue == .chinese ? "：" : ": ") + value }
        return [
            [
                line(.signedElectronically, person), line(.account, account), line(.time, time.text(offset: offset)),
            ].joined(separator: "\n"), line(.signedDigest, digest.description),
        ]
    }
}
