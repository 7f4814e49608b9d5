import Archive
import HTTPTypes

extension Route {
    /// The classification scheme (分类方案), and what documents are classified as.
    static let classifying: [Route] = [
        .question("scheme", ShowScheme.self),
        .list("scheme/check", CheckScheme.self, by: .post),
        .question("scheme/compare", CompareScheme.self, by: .post),
        .change("scheme", LoadScheme.self, status: .created),
        .change("classifications", ClassifyDocuments.self),
    ]
}
