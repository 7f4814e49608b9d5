public import Records
import Wording

extension IgnoredText {
    /// What a person is told about it.
    public var message: any Message {
        switch reason {
        case .unknownField: SearchMessage.unknownField(text)
        case .unknownValue: SearchMessage.unknownValue(text)
        case .missingValue: SearchMessage.missingValue(text)
        case .openQuote: SearchMessage.openQuote
        case .nothingToSearch: SearchMessage.nothingToSearch(text)
        case .danglingOperator: SearchMessage.danglingOperator(text)
        case .tooLong: SearchMessage.tooLong
        }
    }
}
