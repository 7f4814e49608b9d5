import Archive
import HTTPTypes

extension Route {
    /// Signed originals (原件): where they are, and who answers for them.
    static let originals: [Route] = [
        .list("originals", ListOriginals.self),
        .change("originals", RegisterOriginals.self, status: .created),
        .question("originals/{original}", ShowOriginal.self),
        .change("originals/{original}/move", MoveOriginal.self),
        .change("originals/{original}/confirm", ConfirmOriginal.self),
        .change("originals/{original}/refuse", RefuseOriginal.self),
        .change("originals/{original}/shelve", ShelveOriginal.self),
        .change("originals/{original}/lend", LendOriginal.self),
        .change("originals/{original}/consent", ConsentToLoan.self),
        .file("original-labels", PrintOriginalLabels.self),
        .file("stocktake-list", PrintStocktakeList.self),
        .list("stocktakes", ListStocktakes.self),
        .change("stocktakes", TakeStock.self, status: .created),
        .list("loan-rules", ListLoanRules.self),
        .change("loan-rules", SetLoanRules.self),
        .change("originals/{original}/return", ReturnOriginal.self),
        .change("originals/{original}/send", SendOriginal.self),
        .change("originals/{original}/release", ReleaseOriginal.self),
        .change("originals/{original}/missing", MissOriginal.self),
        .change("originals/{original}/found", FindOriginal.self),
    ]
}
