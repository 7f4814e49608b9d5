/// The part of a list that a page shows, and where the next part is.
struct ListPart<Element> {
    let shown: ArraySlice<Element>
    /// The address of the page with the next part; nil behind the last.
    let next: String?

    /// - Parameters:
    ///   - start: How many are passed over.
    ///   - path: The address of the page.
    ///   - asked: What is asked of the list, which the next page asks again; what was not said is left out.
    init(of all: [Element], from start: Int, at path: String, asked: [(name: String, value: String?)]) {
        let rest = all.dropFirst(start)
        shown = rest.prefix(ListPage.most)
        let kept = asked.compactMap { name, value in value.map { "\(name)=\(PercentText.encoded($0))&" } }.joined()
        next = rest.count > ListPage.most ? "\(path)?\(kept)from=\(start + ListPage.most)" : nil
    }
}

/// A page of a list.
enum ListPage {
    /// How many lines it shows.
    static let most = 100
}
