import Desk
import IntentEngine

extension DeskWording {
    /// What has become of a draft whose delivery is known.
    func state(_ draft: CaseDraft, _ delivery: Delivery?) -> String {
        guard case .undelivered(let approval) = draft.state, let kind = delivery?.state.kind else { return state(draft.state) }
        let name = name(approval)
        return switch kind {
        case .unknown:
            say("Peut-être arrivée, à vérifier, approuvée par \(name)", "May have arrived, to be checked, approved by \(name)")
        case .dropped: say("Envoi abandonné, approuvé par \(name)", "Given up, approved by \(name)")
        default: state(draft.state)
        }
    }

    /// The same in a list.
    func mark(_ kind: DeliveryState.Kind) -> String {
        kind == .unknown ? say("À vérifier", "To be checked") : say("Non remis", "Not delivered")
    }

    /// Told to whoever approved it.
    func alarm(_ delivery: Delivery) -> String {
        delivery.state.kind == .unknown
            ? say(
                "Dossier \(delivery.caseID)\u{A0}: votre réponse est peut-être arrivée, à vérifier.",
                "Case \(delivery.caseID): your reply may have arrived; look for it.")
            : say(
                "Dossier \(delivery.caseID)\u{A0}: votre réponse n’a pas été remise.",
                "Case \(delivery.caseID): your reply was not delivered.")
    }

    /// What a person must know before writing again.
    func ending(_ state: DeliveryState) -> String {
        switch state.kind {
        case .unknown:
            say(
                "Cette réponse est peut-être arrivée\u{A0}: rien ne l’a confirmé. Regardez sur la plateforme avant d’écrire de nouveau.",
                "This reply may have arrived: nothing has confirmed it. Look at the platform before you write again.")
        case .refused:
            say("Non remis\u{A0}: la plateforme a refusé cette réponse.", "Not delivered: the platform refused this reply.")
        default:
            say("Non remis\u{A0}: aucun essai n’a abouti à temps.", "Not delivered: no try succeeded in time.")
        }
    }

    /// The platform's words, or those of the transport.
    func cause(_ state: DeliveryState) -> String? {
        let words: String
        switch state {
        case .unknown(let cause), .exhausted(let cause): words = cause
        case .refused(let code, let said): words = said.isEmpty ? code : said
        default: return nil
        }
        if words.isEmpty { return nil }
        return say("Cause\u{A0}: ", "Cause: ") + (french(cause: words) ?? quoted(VisibleText.line(words, most: 300)))
    }

    /// A cause of the desk’s own, with what stands in brackets behind it, in French; nil for a platform’s words.
    private func french(cause: String) -> String? {
        guard language == .french else { return nil }
        if cause.hasPrefix("HTTP "), let code = cause.split(separator: " ").dropFirst().first { return "réponse illisible (HTTP \(code))" }
        let start = cause.prefix { $0 != "(" }
        guard let words = Self.causes[start.hasSuffix(" ") ? String(start.dropLast()) : String(start)] else { return nil }
        return start.count == cause.count ? words : "\(words) \(cause[start.endIndex...])"
    }

    private static let causes = [
        "taken without a message id": "la plateforme l’a pris sans lui donner de numéro",
        "the courier stopped": "l’envoi s’est interrompu",
        "the courier stopped while the request was leaving": "l’envoi s’est interrompu en chemin",
        "it was not taken in time": "la plateforme ne l’a pas pris à temps",
        "no channel is set up for this account": "aucun canal n’est réglé pour ce compte",
        "too many requests": "trop de demandes à la plateforme", "not permitted": "la plateforme ne le permet pas",
        "a passing failure": "panne passagère de la plateforme", "the token is not accepted": "la plateforme n’accepte pas le jeton",
        "not available": "plateforme indisponible", "timed out": "la plateforme n’a pas répondu à temps",
    ]

    /// Why a person's decision on a delivery was not carried out.
    func refusal(_ answer: OutboxAnswer) -> String? {
        switch answer {
        case .done, .missing: nil
        case .impossible:
            say(
                "L’état de cet envoi a déjà changé\u{A0}: le voici tel qu’il est.",
                "This delivery has changed already: here it is as it stands.")
        case .fallen(.closed):
            say("Le dossier est clos\u{A0}: rouvrez-le d’abord.", "The case is closed: reopen it first.")
        case .fallen(.takenOver):
            say(
                "Quelqu’un répond hors de Courtois, ou l’a déjà fait\u{A0}: rien n’est reparti.",
                "Somebody leads this conversation elsewhere, or has answered it: nothing was sent again.")
        case .fallen:
            say(
                "Rien n’est reparti\u{A0}: la conversation a continué, cette réponse n’y répond plus. Abandonnez l’envoi et répondez au dossier tel qu’il est.",
                "Nothing was sent again: the conversation has gone on, and this reply no longer answers it. Give it up and answer the case as it is."
            )
        }
    }
}
