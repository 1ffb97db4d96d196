/// Words of signing in.
enum SignInWord: String, WordList {
    case signIn, signInLead, name, password, wrongSignIn, lockedSignIn, busySignIn, welcome, welcomeLead, newPassword, passwordHint
    case createManager, invitationOver, invitationOverText, nameUnfit, passwordUnfit, nameTaken, currentPassword, changePassword
    case passwordChanged, passwordWrong, noUserHint

    var texts: (french: String, english: String) {
        switch self {
        case .signIn: ("Se connecter", "Sign in")
        case .signInLead: ("Le bureau de relecture de vos réponses.", "Where your replies are reviewed.")
        case .name: ("Nom", "Name")
        case .password: ("Mot de passe", "Password")
        case .wrongSignIn:
            ("Nom ou mot de passe incorrect. Vérifiez-les, puis réessayez.", "Wrong name or password. Check both and try again.")
        case .lockedSignIn:
            (
                "Trop d’essais pour ce nom. Attendez un quart d’heure, ou demandez à un responsable un nouveau mot de passe.",
                "Too many tries for this name. Wait a quarter of an hour, or ask a manager for a new password."
            )
        case .busySignIn:
            ("Trop de connexions en même temps. Réessayez dans un instant.", "Too many people are signing in. Try again in a moment.")
        case .welcome: ("Bienvenue", "Welcome")
        case .welcomeLead:
            (
                "Créez le premier compte, celui du responsable du bureau. Ce lien ne sert qu’une fois.",
                "Create the first account, the desk’s manager. This link works once."
            )
        case .newPassword: ("Nouveau mot de passe", "New password")
        case .passwordHint:
            (
                "Au moins 12 caractères. Quelques mots sans lien entre eux se retiennent bien.",
                "At least 12 characters. A few unrelated words are easy to keep in mind."
            )
        case .createManager: ("Créer le compte", "Create the account")
        case .invitationOver: ("Ce lien n’est plus valable", "This link no longer works")
        case .invitationOverText:
            (
                "Il a déjà servi, ou il a expiré. S’il n’y a encore aucun responsable, redémarrez le serveur\u{A0}: il affichera un nouveau lien.",
                "It was used, or its time is over. If there is no manager yet, restart the server: it prints a new one."
            )
        case .nameUnfit:
            (
                "Ce nom ne convient pas\u{A0}: 64 caractères au plus, sur une ligne.",
                "This name will not do: 64 characters at most, on one line."
            )
        case .passwordUnfit:
            (
                "Ce mot de passe est trop simple\u{A0}: au moins 12 caractères variés, différents du nom.",
                "This password is too simple: at least 12 varied characters, and not the name."
            )
        case .nameTaken: ("Ce nom est déjà pris.", "This name is taken.")
        case .currentPassword: ("Mot de passe actuel", "Current password")
        case .changePassword: ("Changer le mot de passe", "Change password")
        case .passwordChanged:
            ("Mot de passe changé. Vos autres sessions sont fermées.", "Password changed. Your other sessions are closed.")
        case .passwordWrong: ("Le mot de passe actuel est incorrect.", "The current password is wrong.")
        case .noUserHint:
            (
                "Pas de compte\u{202F}? Un responsable vous en crée un avec «\u{A0}courtois user add\u{A0}».",
                "No account? A manager adds one with “courtois user add”."
            )
        }
    }
}
