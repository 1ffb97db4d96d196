/// What a page holds against some of its readers.
package struct AccessibilityFinding: Sendable, Hashable, CustomStringConvertible {
    /// Name of the rule, such as `contrast`.
    package let rule: String
    /// The element, as a path of CSS selectors with the start of its text.
    package let element: String
    package let cause: String

    package var description: String { "\(rule): \(element) — \(cause)" }
}
