import Records
import Wording

/// What a page says of something: a name and a value, and where there is more about it.
struct PageFact {
    let name: String
    let value: String
    let address: String?

    /// - Returns: nil where there is no value.
    init?(_ word: some Message, _ value: String?, at address: String? = nil, in tongue: Tongue) {
        guard let value else { return nil }
        name = word.text(tongue)
        self.value = value
        self.address = address
    }
}
