import Archive
import Hummingbird
import Records
import Wording

/// The parameters of a search: `q`, `limit`, `offset`, `sort`.
enum SearchParameters {
    private static let members = ["q", "limit", "offset", "sort"]

    static func read(_ request: Request) throws -> DocumentSearch {
        // Browsers write spaces in a form's values as `+`.
        let values = try Members.query(of: request, known: members)
        func value(_ name: String) -> String? { values[name] }
        func number(_ name: String, _ standard: Int) throws -> Int {
            guard let text = value(name) else { return standard }
            guard let number = WholeNumber.read(text, in: 0...DocumentSearch.largestOffset) else {
                throw ArchiveError.parameterRefused(name, text, remedy: Remedy.wholeNumber)
            }
            return number
        }
        let order = value("sort") ?? "relevance"
        guard let sort = DocumentSearch.Order(rawValue: order) else {
            throw ArchiveError.parameterRefused("sort", order, remedy: Remedy.words(DocumentSearch.Order.choices))
        }
        return DocumentSearch(query: value("q") ?? "", limit: try number("limit", 20), offset: try number("offset", 0), order: sort)
    }
}
