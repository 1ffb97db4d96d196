/// Why no text came of the colleague's editor.
enum EditorFailure: Error, Hashable, Sendable {
    /// Neither VISUAL nor EDITOR is set, and there is no `vi`.
    case noEditor
    /// It ended with this status.
    case ended(Int32)
    case unchanged
    case empty
    /// Too long, or no UTF-8.
    case unreadable
    /// No file could be made for it.
    case noFile
}

extension ReviewWording {
    func editor(_ failure: EditorFailure) -> String {
        switch failure {
        case .noEditor: say("Aucun éditeur\u{A0}: nommez-en un dans VISUAL ou EDITOR.", "There is no editor: name one in VISUAL or EDITOR.")
        case .ended(let status):
            say(
                "L’éditeur s’est terminé par une erreur (\(status))\u{A0}: rien n’a changé.",
                "The editor failed (\(status)): nothing has changed.")
        case .unchanged: say("Texte inchangé.", "The text is as it was.")
        case .empty: say("Texte vide\u{A0}: rien n’a changé.", "The text is empty: nothing has changed.")
        case .unreadable:
            say(
                "Le texte est trop long ou n’est pas en UTF-8\u{A0}: rien n’a changé.",
                "The text is too long or no UTF-8: nothing has changed.")
        case .noFile: say("Impossible de créer un fichier pour l’éditeur.", "No file could be made for the editor.")
        }
    }
}
