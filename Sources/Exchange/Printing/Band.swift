import Records

/// Texts side by side, across the page or a part of it: a row, a line of a paragraph's heading, a paragraph.
struct Band {
    /// A place in a band.
    struct Place {
        var text: String
        var style: TextStyle
        /// From the left edge of the content.
        var x: Double
        var width: Double
        var isShaded = false
    }

    var places: [Place]
    /// Each place has edges; and room between them and its text.
    var isRuled = false
    /// May be broken wherever a page ends; what is not, is broken only where it is longer than a page.
    var isFlowing = false
    var leastHeight = 0.0

    /// A text alone, as wide as the content.
    static func line(_ text: String, _ style: TextStyle, _ width: Double) -> Band {
        Band(places: [Place(text: text, style: style, x: 0, width: width)])
    }

    /// How long a text may be: some 40 pages, which set in a second.
    static let mostUnits = 100_000

    private var inset: (x: Double, y: Double) { isRuled ? (4, 3) : (0, 1) }

    func set(on paper: Paper, _ tongue: Tongue) -> SetBand {
        let texts = places.map { place in
            paper.set(place.text.seemly.cut(to: Band.mostUnits, tongue), place.style, width: place.width - 2 * inset.x)
        }
        return SetBand(band: self, texts: texts, first: texts.map { _ in 0 }, inset: inset)
    }
}

/// A band whose texts were broken into lines, or what of it is still to be drawn.
struct SetBand {
    let band: Band
    let texts: [SetText]
    /// The first line of each text that was not drawn yet.
    var first: [Int]
    let inset: (x: Double, y: Double)

    var isDone: Bool { zip(texts, first).allSatisfy { $0.count <= $1 } }

    var height: Double { height { $1..<$0.count } }

    private func height(_ lines: (SetText, Int) -> Range<Int>) -> Double {
        let tallest = zip(texts, first).map { text, first in text.height(lines(text, first)) }.max() ?? 0
        return max(tallest + 2 * inset.y, band.leastHeight)
    }

    /// How many lines of each text fit into a height.
    func fitting(into room: Double) -> [Int] { zip(texts, first).map { $0.fitting(from: $1, into: room - 2 * inset.y) } }

    /// Draws so many lines of each text.
    ///
    /// - Parameter paper: Nil to count only.
    /// - Returns: How much of the page they take.
    mutating func take(_ counts: [Int], on paper: Paper?, x left: Double, y: Double) -> Double {
        let ends = zip(first, counts).map { $0 + $1 }
        let ranges = zip(first, ends).map { $0..<$1 }
        let tallest = zip(texts, ranges).map { $0.height($1) }.max() ?? 0
        let height = max(tallest + 2 * inset.y, band.leastHeight)
        if let paper {
            for (place, (text, lines)) in zip(band.places, zip(texts, ranges)) {
                let x = left + place.x
                if place.isShaded { paper.fill(x, y, place.width, height) }
                if band.isRuled { paper.rule(x, y, place.width, height) }
                paper.draw(text, lines: lines, x: x + inset.x, y: y + inset.y)
            }
        }
        first = ends
        return height
    }
}
