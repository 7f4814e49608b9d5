import Records

/// Places bands one below the other, on as many pages as it takes; draws them, or only counts pages.
struct Flow {
    let paper: Paper
    let frame: PageFrame
    /// How many there are in all; nil while they are counted.
    private let pages: Int?
    private(set) var page = 1
    private var y: Double
    /// Whether nothing is on the page yet but a repeated heading.
    private var isFresh = true

    init(_ paper: Paper, _ frame: PageFrame, pages: Int?) {
        self.paper = paper
        self.frame = frame
        self.pages = pages
        y = frame.top(of: 1)
    }

    private var room: Double { frame.bottom - y }

    /// Leaves a gap, though not above the first band of a page.
    mutating func leaveSpace(_ height: Double) {
        if !isFresh { y += height }
    }

    /// Breaks a band's texts into lines; once for a heading that is repeated.
    func set(_ band: Band) -> SetBand { band.set(on: paper, frame.tongue) }

    /// Places bands that stay on one page where one can hold them all.
    ///
    /// - Parameter heading: Stands again above what goes on on another page; of several bands it is the first.
    mutating func place(_ bands: [Band], repeating heading: SetBand? = nil) {
        var rest = bands.map(set)
        let first = bands.count > 1 ? nil : heading
        let needed = rest.dropLast().reduce(0) { $0 + $1.height } + (rest.last.map { least($0) } ?? 0)
        if needed > room, !isFresh, needed <= frame.bottom - frame.top(of: 2) { turn(first) }
        for index in rest.indices { place(&rest[index], index == 0 ? first : heading) }
    }

    /// What must be on a page of a band that stands at the end of others.
    private func least(_ band: SetBand) -> Double {
        guard band.band.isFlowing, let text = band.texts.first else { return band.height }
        return text.height(0..<min(2, text.count)) + 2 * band.inset.y
    }

    private mutating func place(_ band: inout SetBand, _ heading: SetBand?) {
        while !band.isDone {
            let whole = band.height
            if whole <= room {
                draw(&band, zip(band.texts, band.first).map { $0.count - $1 })
                return
            }
            let fitting = band.fitting(into: room)
            let isWorthwhile = (fitting.max() ?? 0) >= 3
            let fitsOnOne = !band.band.isFlowing && whole <= frame.bottom - frame.top(of: 2) - height(of: heading)
            if !isFresh, fitsOnOne || !isWorthwhile {
                turn(heading)
            } else {
                // One line at least, so that it ends, whatever is asked for.
                let least = (fitting.max() ?? 0) > 0 ? fitting : zip(band.texts, band.first).map { min(1, $0.count - $1) }
                draw(&band, least)
                if !band.isDone { turn(heading) }
            }
        }
    }

    private mutating func draw(_ band: inout SetBand, _ counts: [Int]) {
        y += band.take(counts, on: pages == nil ? nil : paper, x: frame.left, y: y)
        isFresh = false
    }

    /// A heading that takes half of a page is not repeated.
    private func height(of heading: SetBand?) -> Double {
        let height = heading?.height ?? 0
        return height > (frame.bottom - frame.top(of: 2)) / 2 ? 0 : height
    }

    private mutating func turn(_ heading: SetBand?) {
        end()
        page += 1
        y = frame.top(of: page)
        if var heading, height(of: heading) > 0 {
            draw(&heading, heading.texts.map(\.count))
        }
        isFresh = true
    }

    /// Ends the page.
    func end() {
        guard let pages else { return }
        frame.draw(on: paper, page: page, of: pages)
        paper.endPage()
    }
}
