/// Words around every page.
enum ShellWord: String, WordList {
    case skip, queue, figures, rulebook, searchLabel, searchPlaceholder, search, menu, language, theme, auto, light, dark, keys, keysOn
    case keysOff, apply, signOut, signOutEverywhere, account, offline, reloadPage, close, undo, news, mainMenu, seeCase

    var texts: (french: String, english: String) {
        switch self {
        case .skip: ("Aller au contenu", "Skip to content")
        case .queue: ("File", "Queue")
        case .figures: ("Chiffres", "Figures")
        case .rulebook: ("Règles", "Rules")
        case .searchLabel: ("Rechercher dans les messages", "Search messages")
        case .searchPlaceholder: ("Rechercher", "Search")
        case .search: ("Rechercher", "Search")
        case .menu: ("Compte et préférences", "Account and preferences")
        case .language: ("Langue", "Language")
        case .theme: ("Apparence", "Appearance")
        case .auto: ("Système", "System")
        case .light: ("Claire", "Light")
        case .dark: ("Sombre", "Dark")
        case .keys: ("Raccourcis clavier", "Keyboard shortcuts")
        case .keysOn: ("Actifs", "On")
        case .keysOff: ("Inactifs", "Off")
        case .apply: ("Appliquer", "Apply")
        case .signOut: ("Se déconnecter", "Sign out")
        case .signOutEverywhere: ("Se déconnecter partout", "Sign out everywhere")
        case .account: ("Mot de passe", "Password")
        case .offline: ("Hors ligne\u{A0}: les nouveautés n’arrivent plus d’elles-mêmes.", "Offline: news no longer comes by itself.")
        case .reloadPage: ("Recharger la page", "Reload the page")
        case .close: ("Fermer", "Close")
        case .undo: ("Annuler l’envoi", "Undo")
        case .seeCase: ("Voir le dossier", "See the case")
        case .news: ("Nouveautés", "News")
        case .mainMenu: ("Navigation principale", "Main navigation")
        }
    }
}
