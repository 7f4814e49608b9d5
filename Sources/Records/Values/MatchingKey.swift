import Foundation

/// The form in which numbers and names are compared: compatibility forms folded (NFKC), upper case, no white space.
///
/// `ｈｔ-2024 / 013（补）` and `HT-2024/013(补)` have the same key.
public func matchingKey(_ text: String) -> String {
    String(text.precomposedStringWithCompatibilityMapping.uppercased().unicodeScalars.filter { !$0.properties.isWhitespace })
}
