/// Something that people mean by its code, or by a name of it in either language, however these are written.
public protocol Called {
    var code: String { get }
    var name: Phrase { get }
}

extension Sequence where Element: Called {
    /// The first that a word means.
    public func first(meantBy word: String) -> Element? {
        let key = matchingKey(word)
        return first { [$0.code, $0.name.chinese, $0.name.english].map(matchingKey).contains(key) }
    }
}

extension DossierTemplate: Called {}
extension DossierItem: Called {}
extension DossierItemView: Called {}
extension Receiver: Called {}
extension PackItem: Called {}
