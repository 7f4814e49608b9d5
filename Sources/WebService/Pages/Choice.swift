import Records
import Wording

/// A value of a closed list in a form.
struct Choice {
    let code: String
    let name: String
    var isChosen = false

    /// All values of a list, as a line each.
    ///
    /// - Parameter chosen: The code of the one that was chosen before.
    static func all<Value: Code>(of _: Value.Type, chosen: String?, _ tongue: Tongue) -> [Choice] {
        Value.allCases.map { Choice(code: $0.rawValue, name: $0.text(tongue).asHeading, isChosen: $0.rawValue == chosen) }
    }
}
