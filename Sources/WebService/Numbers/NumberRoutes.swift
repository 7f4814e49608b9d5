import Archive
import HTTPTypes

extension Route {
    /// Numbers (编号), and how they are made.
    static let numbers: [Route] = [
        .list("numbers/gaps", ListNumberGaps.self),
        .change("numbers", ReserveNumber.self, status: .created),
        .change("numbers/explain", ExplainNumber.self),
        .change("numbering/{type}", SetNumbering.self, by: .put),
    ]
}
