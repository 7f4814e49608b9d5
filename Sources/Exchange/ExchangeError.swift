public import Records
import Wording

/// Why a form could not be made.
public enum ExchangeError: Error, Sendable, Equatable {
    /// No folder of fonts has this family, which the named package of Debian brings.
    case fontMissing(family: String, package: String)
    /// More rows than a worksheet has, with its heading and its totals.
    case tooManyRows(Int, most: Int)
    /// Cairo's status, in its own words.
    case drawing(String)
    /// The reason of libxlsxwriter or of the system, in its own words.
    case workbook(String)
    case noMemory

    /// What happened, for people; with what can be done about it as its ``Message/usualRemedy``.
    public var message: any Message {
        switch self {
        case .fontMissing(let family, let package): ExchangeMessage.fontMissing(family, package: package)
        case .tooManyRows(let count, let most): ExchangeMessage.tooManyRows(count, most: most)
        case .drawing(let reason): ExchangeMessage.drawingFailed(reason)
        case .workbook(let reason): ExchangeMessage.workbookFailed(reason)
        case .noMemory: ExchangeMessage.noMemory
        }
    }
}
