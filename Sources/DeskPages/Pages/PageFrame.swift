import Channels
import Desk
import HTTPTypes
import Hummingbird
import IntentEngine

/// What every page has around it.
enum PageFrame {
    /// For everybody.
    static func view(_ wording: DeskWording, _ preferences: Preferences) -> [String: Any] {
        [
            "w": Catalogue.words(preferences.language), "lang": preferences.language.rawValue, "theme": preferences.theme.rawValue,
            "css": Assets.css.address, "js": Assets.script.address, "brand": wording.brand, "isFrench": preferences.language == .french,
            "isEnglish": preferences.language == .english, "isAuto": preferences.theme == .auto, "isLight": preferences.theme == .light,
            "isDark": preferences.theme == .dark, "hasKeys": preferences.hasKeys, "me": false, "said": false, "freezes": [String](),
        ]
    }
}

extension Visit {
    /// The frame of a page for whoever visits.
    func frame(at place: Place = .elsewhere) -> [String: Any] {
        var view = PageFrame.view(wording, preferences)
        view["key"] = token.formKey
        view["here"] = here
        view["sequence"] = sequence
        view["search"] = VisibleText.line(query["q"] ?? "")
        for each in Place.allCases { view["is\(each.rawValue)"] = each == place }
        if let user {
            view["me"] = [
                "name": user.name.text, "role": wording.role(user.role), "initials": Initials.of(user.name.text),
                "isManager": user.role == .manager,
            ]
        }
        view["freezes"] = freezes.map { freeze -> [String: Any] in
            [
                "words": wording.freeze(freeze, now: now), "reason": VisibleText.line(freeze.reason, most: 400),
                "mayEnd": user?.role == .manager && path != "/freeze",
            ]
        }
        if let said = Said(query) { view["said"] = said.view(self) }
        return view
    }

    /// The pages that the navigation names.
    enum Place: String, CaseIterable {
        case queue = "AtQueue"
        case figures = "AtFigures"
        case rulebook = "AtRulebook"
        case elsewhere = "Elsewhere"
    }

    /// This page's address without what was said on it once.
    var here: String {
        let kept = query.fields.filter { !Said.names.contains($0.name) }.map { ($0.name, $0.value) }
        return Address.own(Address.with(path, kept)) ?? "/"
    }

    func page(_ template: String, _ view: [String: Any], status: HTTPResponse.Status = .ok) -> Response {
        .html(parts.renderer.text(template, view), status: status)
    }

    /// A page that says what went wrong and what to do.
    func problem(_ problem: PageProblem, status: HTTPResponse.Status) -> Response {
        var view = frame()
        view["title"] = wording(problem.title)
        view["text"] = wording(problem.text)
        view.fill(typed: form)
        return page("problem", view, status: status)
    }

    /// Whether a script asks, which can make nothing of a page.
    var wantsData: Bool { path == "/events" || path.hasSuffix("/proof") }
}

extension [String: Any] {
    /// Words that a form brought and nothing has kept, so that whoever typed them can copy them. Fields of other names, such as
    /// passwords, are never shown again.
    mutating func fill(typed form: FormFields?) {
        let words = ["text", "note", "reason"].compactMap { form?[$0]?.withPlainLineEnds }.first { !$0.isEmpty }
        self["hasTyped"] = words != nil
        self["typed"] = words ?? ""
    }
}

/// Two letters that stand for a person.
enum Initials {
    static func of(_ name: String) -> String {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        return String(words.prefix(2).compactMap(\.first)).uppercased()
    }
}
