import Channels
import Hummingbird
import IntentEngine

/// Language, appearance and keys, which this browser remembers.
struct PreferenceRoutes {
    func add(to desk: DeskRouter) {
        desk.postFreely("preferences") { visit in
            let cookies = visit.parts.cookies
            var response = Response.redirect(Address.own(visit.form["to"]) ?? "/")
            if let language = Preferences.language(visit.form["language"]) {
                response = response.with(cookie: cookies.kept(Cookies.language, language.rawValue))
            }
            if let theme = visit.form["theme"].flatMap(Preferences.Theme.init) {
                response = response.with(cookie: cookies.kept(Cookies.theme, theme.rawValue))
            }
            if let keys = visit.form["keys"], keys == "on" || keys == "off" {
                response = response.with(cookie: cookies.kept(Cookies.keys, keys))
            }
            return response
        }
    }
}
