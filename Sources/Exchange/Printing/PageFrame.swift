import Records
import Wording

/// A page of A4 and what stands on each around the content.
struct PageFrame {
    /// ISO 216, in points.
    private static let (short, long) = (595.28, 841.89)
    private static let margin = 48.0
    /// Enough for an identifier and a digest of SHA-512 on paper that stands.
    private static let footerLines = 3

    let paperWidth: Double
    let paperHeight: Double
    let title: String
    let footer: String
    let tongue: Tongue

    init(_ form: PrintedForm, _ tongue: Tongue) {
        let isPortrait = form.orientation == .portrait
        (paperWidth, paperHeight) = isPortrait ? (PageFrame.short, PageFrame.long) : (PageFrame.long, PageFrame.short)
        title = form.title.text(tongue).seemly
        footer = form.footer.seemly
        self.tongue = tongue
    }

    var left: Double { PageFrame.margin }
    var width: Double { paperWidth - 2 * PageFrame.margin }
    /// Where content ends.
    var bottom: Double { paperHeight - 72 }

    /// Where content begins; from the second page on below the title in small.
    func top(of page: Int) -> Double { page == 1 ? 44 : 56 }

    func draw(on paper: Paper, page: Int, of count: Int) {
        let (small, foot) = (TextStyle.small, paperHeight - 64)
        if page > 1 {
            let head = paper.set(title, TextStyle(size: small.size, mostLines: 1), width: width)
            paper.draw(head, lines: 0..<1, x: left, y: 32)
            paper.rule(left, 46, width)
        }
        paper.rule(left, foot, width)
        let number = paper.set(
            ExchangeMessage.page(page, of: count).text(tongue), TextStyle(size: small.size, alignment: .trailing), width: width)
        paper.draw(number, lines: 0..<1, x: left, y: foot + 5)
        let text = paper.set(footer, TextStyle(size: small.size, mostLines: PageFrame.footerLines), width: width - 110)
        paper.draw(text, lines: 0..<min(PageFrame.footerLines, text.count), x: left, y: foot + 5)
    }
}
