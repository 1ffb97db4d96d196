/// One thing that a page must keep to, as a script that runs in the page.
package struct AccessibilityRule: Sendable {
    package let name: String
    /// The body of a function that calls `found(element, cause)`. It may use what `AccessibilityPrelude` has.
    let script: String

    /// Those that look at the page as it stands.
    package static let all: [AccessibilityRule] = [
        .language, .title, .landmarks, .headings, .controlNames, .imageNames, .roles, .references, .identifiers, .tabIndex, .hiddenFocus,
        .contrast, .targetSize, .tables, .lists, .zoom,
    ]
}
