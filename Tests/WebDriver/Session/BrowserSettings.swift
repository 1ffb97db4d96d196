/// What a session of the browser starts with.
package struct BrowserSettings: Sendable {
    /// Size of the page's view, in CSS pixels; the window has no frame.
    package var width = 1280
    package var height = 900
    package var isDark = false
    /// Whether pages may run scripts; the driver itself always may.
    package var runsScripts = true
    /// Whether the reader asks for less movement.
    package var reducesMotion = false
    /// What `Accept-Language` says.
    package var language = "fr-FR,fr"

    package init(
        width: Int = 1280, height: Int = 900, isDark: Bool = false, runsScripts: Bool = true, reducesMotion: Bool = false,
        language: String = "fr-FR,fr"
    ) {
        self.width = width
        self.height = height
        self.isDark = isDark
        self.runsScripts = runsScripts
        self.reducesMotion = reducesMotion
        self.language = language
    }

    /// The narrowest screen that the pages are made for.
    package static let narrow = BrowserSettings(width: 360, height: 740)
    package static let dark = BrowserSettings(isDark: true)
    package static let withoutScripts = BrowserSettings(runsScripts: false)
    package static let english = BrowserSettings(language: "en-GB,en")
}
