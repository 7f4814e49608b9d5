import Archive
import HTTPTypes

extension Route {
    /// The classification scheme (分类方案), and what documents are classified as.
    static let classifying: [Route] = [
        .question("scheme", ShowScheme.self),
        .list("scheme/check", CheckScheme.self, by: .post),
        .question("scheme/compare", CompareScheme.self, by: .post),
        .change("scheme", LoadScheme.self, status: .created),
        .change("scheme/classes/{class}/close", CloseClass.self),
        .change("scheme/classes/{class}/merge", MergeClass.self),
        .change("scheme/classes/{class}/split", SplitClass.self),
        .change("classifications", ClassifyDocuments.self),
        .question("documents/{document}/class-suggestions", SuggestClass.self),
    ]
}
