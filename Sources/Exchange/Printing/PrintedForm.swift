public import Records

/// A form on A4, to be printed, signed and kept: title and subtitle, blocks one below the other, and at the foot of each page what it
/// belongs to and the page's number.
///
/// ```swift
/// let opinion = PrintedForm(
///     title: Phrase("鉴定意见书", "Appraisal opinion"), subtitle: "B-7K3M-9QXT-2VHT", footer: digest.description, created: now,
///     blocks: [
///         .facts([PrintedForm.Fact(Phrase("范围", "Scope"), "…")]), .table(list),
///         .signatures([SignatureBox(role: Phrase("鉴定人", "Appraiser"))]),
///     ])
/// let bytes = try opinion.pdf(.chinese)
/// ```
public struct PrintedForm: Sendable, Hashable {
    /// How the page lies.
    public enum Orientation: Sendable, Hashable { case portrait, landscape }

    /// A line of ``Block/facts(_:)``.
    public struct Fact: Sendable, Hashable {
        public let name: Phrase
        public let value: String

        public init(_ name: Phrase, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A part of the form. Texts are taken as they are: what turns the direction of writing or cannot be seen is shown as such, a long word
    /// is broken, a character that the font lacks is a box, and of a text only the first 100,000 characters are printed, with a mark.
    public enum Block: Sendable, Hashable {
        /// Goes on on the next page where it must; its heading stays with it.
        case paragraph(heading: Phrase?, String)
        /// Names and values in two columns.
        case facts([Fact])
        /// A row stays whole unless it is longer than a page; the heading is repeated on each. The table's title is not printed.
        case table(Table)
        /// A box for each who signs; none is cut in two.
        case signatures([SignatureBox])
    }

    public let orientation: Orientation
    public let title: Phrase
    /// Below the title of the first page; empty for none.
    public let subtitle: String
    /// At the foot of each page: the batch, a digest; three lines of it.
    public let footer: String
    /// What the PDF's properties say; no clock is asked.
    public let created: Timestamp
    public let blocks: [Block]

    public init(
        orientation: Orientation = .portrait, title: Phrase, subtitle: String = "", footer: String = "", created: Timestamp, blocks: [Block]
    ) {
        self.orientation = orientation
        self.title = title
        self.subtitle = subtitle
        self.footer = footer
        self.created = created
        self.blocks = blocks
    }

    /// The form as a PDF with its font in it.
    ///
    /// - Throws: ``ExchangeError/fontMissing(family:package:)``, ``ExchangeError/drawing(_:)``, ``ExchangeError/noMemory``.
    public func pdf(_ tongue: Tongue) throws(ExchangeError) -> [UInt8] { try pdf(tongue, fonts: .system) }

    func pdf(_ tongue: Tongue, fonts: FontSource) throws(ExchangeError) -> [UInt8] {
        let frame = PageFrame(self, tongue)
        let paper = try Paper(frame, fonts: fonts, created: created)
        // The first page already says how many there are: so all is laid out once before it is drawn.
        var counting = Flow(paper, frame, pages: nil)
        lay(into: &counting, tongue)
        var drawing = Flow(paper, frame, pages: counting.page)
        lay(into: &drawing, tongue)
        return try paper.close()
    }

    private func lay(into flow: inout Flow, _ tongue: Tongue) {
        let width = flow.frame.width
        flow.place([Band.line(title.text(tongue), .title, width)])
        if !subtitle.isEmpty { flow.place([Band.line(subtitle, .subtitle, width)]) }
        for block in blocks {
            flow.leaveSpace(10)
            block.lay(into: &flow, tongue)
        }
        flow.end()
    }
}
