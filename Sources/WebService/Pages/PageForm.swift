import Archive
import Hummingbird
import Records
import Wording

/// What a page's form sends, and what the page says where it is refused.
enum PageForm {
    /// The fields of a form of our own pages.
    static func values(of request: Request) async throws -> [String: String] {
        try CrossSite.refuse(request)
        return try Form.values(String(buffer: try await request.body.collect(upTo: Members.largestBody)))
    }
}

extension [String: String] {
    /// What stands in a field; nil where it is empty.
    func given(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// How many lines of a list the asked page begins behind (`from`); none where that is no number.
    var passedOver: Int { self["from"].flatMap { Int($0) }.map { Swift.max(0, $0) } ?? 0 }

    /// The day that stands in a field.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`
    func day(_ name: String) throws(ArchiveError) -> CivilDate {
        guard let day = CivilDate(self[name] ?? "") else { throw .parameterRefused(name, self[name] ?? "", remedy: Remedy.dayForm) }
        return day
    }
}

extension ArchiveError {
    /// What a page says of a refusal: what happened, and what to do.
    func said(_ tongue: Tongue) -> String {
        [message.text(tongue), remedy.text(tongue)].joined(separator: tongue == .chinese ? "。" : ". ")
    }

    var pageStatus: HTTPResponse.Status { .init(code: code.httpStatus) }
}
