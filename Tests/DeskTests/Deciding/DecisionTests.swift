import IntentEngine
import IntentFiles
import Support
import Testing

@testable import Desk

@Suite("Deciding and drafting")
struct DecisionTests {
    /// The sample rules with a richer policy.
    private static func desk(_ changes: [String: String?] = [:]) throws -> MessageDesk {
        let extra: [String: String?] = [
            "policy.yaml": """
            signals:
              threat: {moderate: alert, priority: P1, team: public_relations, polarity: -1}
              legal_threat: {weight: 100, gate: true, priority: P1, team: legal, holding: received}
              anger: {weight: 30, priority: P2, anger: true}
              insult: {moderate: hide, unless_request: true, priority: P3, team: public_relations, polarity: 0}
              high_amount: {weight: 40, priority: P2, from_amount: 300}
              closing: {closes: true}
              personal_data: {moderate: hide, public_only: true}
            unknown: {holding: received, other_language_holding: received}
            """,
            "signals/threat.yaml": "signal: threat\ntitle: {fr: Menace, en: Threat}\nphrases: {fr: [vous brûler], en: [burn your shop]}\n",
            "signals/anger.yaml":
                "signal: anger\ntitle: {fr: Colère, en: Anger}\nlevel: 2\nphrases: {fr: [marre, {phrase: inadmissible, level: 3}], en: [fed up]}\n",
            "signals/insult.yaml": "signal: insult\ntitle: {fr: Insulte, en: Insult}\nphrases: {fr: [guignols], en: [clowns]}\n",
            "signals/high_amount.yaml":
                "signal: high_amount\ntitle: {fr: Somme, en: Sum}\nphrases: {fr: ['débité …2 {amount}', mille euros], en: ['charged …2 {amount}']}\n",
            "signals/personal_data.yaml":
                "signal: personal_data\ntitle: {fr: Coordonnées, en: Details}\nphrases: {fr: ['{iban}'], en: ['{iban}']}\n",
            "signals/closing.yaml": "signal: closing\ntitle: {fr: Fin, en: End}\nphrases: {fr: [^ d'accord], en: [^ all right]}\n",
            "orders/damaged_item.yaml": """
            intent: damaged_item
            title: {fr: Article abîmé, en: Damaged item}
            priority: P2
            problem: true
            phrases: {fr: [arrivé cassé], en: [arrived broken]}
            replies:
              fr: [{text: "Un conseiller examine votre dossier.", public: "Pouvez-vous nous écrire en message privé ?"}]
              en: [{text: "An adviser will look into your case.", public: "Could you please write to us by private message?"}]
            """,
            "orders/wrong_invoice.yaml":
                "intent: wrong_invoice\ntitle: {fr: Facture fausse, en: Wrong invoice}\nproblem: true\nphrases: {fr: [facture fausse], en: [wrong invoice]}\nreplies: {fr: [{text: Nous vérifions votre facture.}]}\n",
            "orders/press.yaml":
                "intent: press\ntitle: {fr: Presse, en: Press}\nteam: public_relations\naction: human\npriority: P2\nphrases: {fr: [je suis journaliste], en: [i am a journalist]}\n",
            "talk/thanks.yaml":
                "intent: thanks\ntitle: {fr: Merci, en: Thanks}\naction: ignore\nphrases: {fr: [^ ok merci $], en: [^ ok thanks $]}\n",
        ]
        let folder = try TemporaryFolder(SampleRules.files(extra.merging(changes) { $1 }))
        let loaded = RulebookLoader.load(folder.path)
        #expect(loaded.findings.isEmpty, "\(loaded.findings)")
        return loaded.makeDesk()
    }

    private func decide(_ message: Message, _ changes: [String: String?] = [:]) throws -> Decision {
        var desk = try Self.desk(changes)
        var used = UsedTexts()
        return desk.decide(message, desk.understand(message), used: &used)
    }

    private func decide(_ text: String, _ visibility: Message.Visibility = .private) throws -> Decision {
        try decide(Message(id: "1", text: text, visibility: visibility))
    }

    @Test("a recognised request is drafted, with team, priority and reason")
    func drafts() throws {
        let decision = try decide("Où est ma commande ?")
        #expect((decision.disposition, decision.team, decision.priority) == (.draft, .customerService, .p3))
        #expect(decision.reasons == ["Demande reconnue\u{A0}: suivi de commande (11\u{A0}points)."])
        #expect(
            decision.draft?.text
                == "Bonjour,\n\nMerci de nous avoir écrit. Nous regardons où en est votre commande et vous répondrons sous un jour ouvré.\n\nPourriez-vous nous indiquer votre numéro de commande\u{202F}?\n\nBien cordialement,\nL’équipe Maison Exemple"
        )
        #expect(decision.draft?.template == "track_order/fr/private/1")
        #expect(decision.draft?.findings == [])
    }

    @Test("what the message says is used and not asked for; the greeting takes a plausible name")
    func fillsPlaceholders() throws {
        var message = Message(id: "1", text: "Où est ma commande FR-48213 ?")
        message.author = Message.Author(id: "u", name: "Camille Martin")
        let text = try #require(try decide(message).draft?.text)
        #expect(text.hasPrefix("Bonjour Camille,"))
        #expect(text.contains("votre commande n°\u{A0}FR-48213 et"))
        #expect(!text.contains("Pourriez-vous"))
    }

    @Test("in public nothing personal is said, and the sentence goes on behind the greeting")
    func publicForm() throws {
        var message = Message(id: "1", text: "Où est ma commande FR-48213 ?", visibility: .public)
        message.author = Message.Author(id: "u", name: "Zoé")
        let draft = try #require(try decide(message).draft)
        #expect(
            draft.text == "Bonjour, merci de votre message. Pouvez-vous nous écrire en message privé\u{202F}? – L’équipe Maison Exemple"
        )
        #expect(draft.visibility == .public)
        #expect(draft.findings.isEmpty)
    }

    @Test("English is answered in English, with its reasons")
    func english() throws {
        let decision = try decide("Hello, where is my order #48213?")
        #expect(decision.reasons == ["Request recognised: order tracking (11 points)."])
        #expect(decision.draft?.text.contains("We are looking into your order 48213 and will reply within one working day.") == true)
    }

    @Test("a gate sends the message to a person, with the owner's team and a holding reply")
    func gates() throws {
        let decision = try decide("Où est ma commande ? Sinon mon avocat s'en charge.")
        #expect((decision.disposition, decision.team, decision.priority) == (.human, .legal, .p1))
        #expect(decision.reasons.contains("Une personne doit répondre\u{A0}: menace juridique."))
        #expect(decision.reasons.contains("Signal\u{A0}: menace juridique («\u{A0}mon avocat\u{A0}»)."))
        #expect(decision.draft?.template == "block/holding.received/fr/private/1")
    }

    @Test("an intent for people goes to its team whatever its tone")
    func intentForPeople() throws {
        let decision = try decide("Bonjour, je suis journaliste.")
        #expect((decision.disposition, decision.team, decision.priority) == (.human, .publicRelations, .p2))
    }

    @Test("moderation comes first; an insult beside a request goes to a person or a draft instead")
    func moderation() throws {
        #expect(try decide("Bande de guignols").disposition == .moderate)
        #expect(try decide("Bande de guignols, où est ma commande").disposition == .draft)
        let threat = try decide("où est ma commande, je vais vous brûler, mon avocat")
        #expect((threat.disposition, threat.priority, threat.team) == (.moderate, .p1, .publicRelations))
        #expect(threat.draft == nil)
    }

    @Test("what is not moderated beside a request has no say in whose case it is")
    func yieldingModeration() throws {
        let decision = try decide("Bande de guignols, où est ma commande")
        #expect((decision.team, decision.priority) == (.customerService, .p3))
        let details = try decide("Où est ma commande ? Mon compte : FR76 3000 6000 0112 3456 7890 189", .private)
        #expect(details.complexity == 0)
    }

    /// The sample rules where an intent needs four points of phrases.
    private static let proof: [String: String?] = {
        var policy = "thresholds: {proof: 4}\nunknown: {holding: received, dissatisfied_priority: P2}\nsignals:\n"
        policy += "  irony: {polarity: -1, ironic: true}\n  insult: {moderate: hide, unless_request: true}\n"
        policy += "  legal_threat: {gate: true}\n"
        return [
            "policy.yaml": policy, "polarity.yaml": "fr: {déçu: -2, merci: 1, bravo: 4, génial: 4}\n",
            "signals/irony.yaml": "signal: irony\ntitle: {fr: Ironie, en: Irony}\nphrases: {fr: [bravo … retard]}\n",
            "signals/threat.yaml": nil, "signals/anger.yaml": nil, "signals/high_amount.yaml": nil, "signals/closing.yaml": nil,
            "signals/personal_data.yaml": nil,
            "talk/praise.yaml": """
            intent: praise
            title: {fr: Éloge, en: Praise}
            courtesy: true
            acknowledgement: none
            phrases: {fr: ["^ bravo", "^ génial"]}
            replies: {fr: [{text: Merci de vos mots., public: Merci de vos mots.}]}
            """,
        ]
    }()

    @Test("an intent that single words alone speak for is a guess, which a person reads first")
    func guesses() throws {
        let guess = try decide(Message(id: "1", text: "Petite question de suivi"), Self.proof)
        #expect((guess.disposition, guess.priority) == (.human, .p3))
        #expect(guess.reasons.contains("Demande devinée à des mots isolés\u{A0}: une personne décide."))
        #expect(guess.draft?.template == "block/holding.received/fr/private/1")
        #expect(try decide(Message(id: "1", text: "Déçu, et le suivi"), Self.proof).priority == .p2)
        #expect(try decide(Message(id: "1", text: "Où est ma commande ?"), Self.proof).disposition == .draft)
        let clear = Self.proof.merging(["policy.yaml": Self.proof["policy.yaml"]??.replacing("proof: 4", with: "proof: 4, clear: 8")]) {
            $1
        }
        #expect(try decide(Message(id: "1", text: "Petite question de suivi"), clear).disposition == .draft)
        let doubtful = Self.proof.merging(["policy.yaml": Self.proof["policy.yaml"]??.replacing("proof: 4", with: "proof: 4, clear: 40")]) {
            $1
        }
        #expect(try decide(Message(id: "1", text: "Petite question de suivi"), doubtful).disposition == .human)
        let optIn = clear.merging(["policy.yaml": (clear["policy.yaml"] ?? nil).map { $0 + "send: [track_order]\n" }]) { $1 }
        #expect(try decide(Message(id: "1", text: "Petite question de suivi"), optIn).disposition == .draft)
        #expect(try decide(Message(id: "1", text: "Où est ma commande FR-48213 ?"), optIn).disposition == .send)
        // Rules that trust single words say so by saying nothing.
        #expect(try decide("Petite question de suivi").disposition == .draft)
    }

    @Test("an insult beside a mere guess is moderated all the same")
    func insultBesideGuess() throws {
        #expect(try decide(Message(id: "1", text: "Guignols, le suivi"), Self.proof).disposition == .moderate)
        #expect(try decide(Message(id: "1", text: "Guignols, où est ma commande"), Self.proof).disposition == .draft)
    }

    @Test("irony turns the strongest praise, and thanks amid it are not answered with thanks")
    func irony() throws {
        func decide(_ text: String, _ visibility: Message.Visibility = .private) throws -> Decision {
            try self.decide(Message(id: "1", text: text, visibility: visibility), Self.proof)
        }
        #expect(try decide("Génial, bravo").disposition == .draft)
        let ironic = try decide("Bravo, encore en retard, bravo, génial")
        #expect((ironic.polarity, ironic.disposition) == (-1, .human))
        #expect(ironic.reasons.contains("Politesse au milieu d’autre chose\u{A0}: une personne doit répondre."))
        #expect(try decide("Bravo le retard, où est ma commande").disposition == .draft)
        #expect(try decide("Bravo le retard, où est ma commande", .public).disposition == .human)
    }

    @Test("thanks at the end of much else, which no rule knows, are not answered with thanks")
    func thanksAtTheEnd() throws {
        let rules: [String: String?] = [
            "polarity.yaml": "fr: {merci: 1, bravo: 2, ravie: 2}\n",
            "talk/praise.yaml": """
            intent: praise
            title: {fr: Merci, en: Thanks}
            courtesy: true
            acknowledgement: none
            phrases: {fr: [{phrase: (merci|bravo), points: 8}]}
            replies: {fr: [{text: Merci de vos mots.}]}
            """,
        ]
        #expect(try decide(Message(id: "1", text: "Merci Paul"), rules).disposition == .draft)
        #expect(
            try decide(Message(id: "1", text: "Vanessa, du guichet de Tours, a porté ma valise, ravie, merci"), rules).disposition == .draft
        )
        #expect(try decide(Message(id: "1", text: "Vanessa, du guichet de Tours, a porté ma valise, merci"), rules).disposition == .human)
        #expect(
            try decide(Message(id: "1", text: "Bravo à Vanessa, du guichet de Tours, qui a porté ma valise"), rules).disposition == .draft)
    }

    @Test("only an intent that phrases prove brings its people: a guess goes to whoever reads what nobody understood")
    func guessedPress() throws {
        let changes = Self.proof.merging([
            "orders/press.yaml":
                "intent: press\ntitle: {fr: Presse, en: Press}\nteam: public_relations\naction: human\npriority: P1\nphrases: {fr: [je suis journaliste]}\nhints: {fr: {journal: 8}}\n"
        ]) { $1 }
        let guess = try decide(Message(id: "1", text: "Le journal du colis"), changes)
        #expect((guess.disposition, guess.team, guess.priority) == (.human, .customerService, .p3))
        #expect(try decide(Message(id: "1", text: "Je suis journaliste"), changes).team == .publicRelations)
    }

    @Test("in a message that asks nothing and praises, a request is doubtful")
    func praiseWithoutQuestion() throws {
        let rules =
            ["polarity.yaml": "fr: {parfait: 4}\n", "policy.yaml": "unknown: {holding: received}\nsignals: {legal_threat: {gate: true}}\n"]
            as [String: String?]
        var changes = rules
        for name in ["threat", "anger", "insult", "high_amount", "closing", "personal_data"] {
            changes["signals/\(name).yaml"] = .some(nil)
        }
        let praise = try decide(Message(id: "1", text: "Le suivi du colis était parfait"), changes)
        #expect(praise.disposition == .human)
        #expect(praise.reasons.contains("Éloge sans question\u{A0}: une personne décide s’il y a une demande."))
        #expect(try decide(Message(id: "1", text: "Parfait ! Et le suivi du colis ?"), changes).disposition == .draft)
    }

    @Test("in public what went wrong is answered before what else is wished")
    func publicProblemFirst() throws {
        let message = Message(id: "1", text: "Où est ma commande ? L'autre est arrivé cassé.", visibility: .public)
        #expect(try decide(message).draft?.template == "damaged_item/fr/public/1")
        #expect(try decide("Où est ma commande ?", .public).draft?.template == "track_order/fr/public/1")
    }

    @Test("a draft answers two requests; with more a person does")
    func manyRequests() throws {
        let third =
            "intent: refund\ntitle: {fr: Remboursement, en: Refund}\nphrases: {fr: [être remboursé]}\nreplies: {fr: [{text: Nous vérifions.}]}\n"
        let two = try decide(Message(id: "1", text: "Où est ma commande ? Et la facture fausse."), ["orders/refund.yaml": third])
        #expect(two.disposition == .draft)
        let message = Message(id: "1", text: "Où est ma commande ? Et la facture fausse. Je veux être remboursé.")
        let three = try decide(message, ["orders/refund.yaml": third])
        #expect(three.disposition == .human)
        #expect(three.reasons.contains("3\u{A0}demandes dans un message\u{A0}: une personne doit répondre."))
    }

    @Test("what needs no answer takes none away from what does")
    func answersBesideIgnored() throws {
        let decision = try decide("Où est ma commande ?\nok merci")
        #expect(decision.disposition == .draft)
        #expect(decision.draft?.template == "track_order/fr/private/1")
    }

    @Test("nothing but a question mark asks for somebody", arguments: ["???", "?", "😡?"])
    func bareQuestion(_ text: String) throws { #expect(try decide(text).disposition == .human) }

    @Test("praise beside a question is answered with joy, slight words with thanks")
    func kindness() throws {
        let words = try #require(SampleRules.files["blocks.yaml"]).replacing(
            "acknowledgement:\n", with: "acknowledgement:\n  kind: {fr: {private: [Vos mots nous font plaisir.]}}\n")
        let rules = ["blocks.yaml": words, "polarity.yaml": "fr: {bravo: 4, bien: 0.5, merci: 1, panne: -2, nul: -4}\n"]
        func text(_ text: String, _ rules: [String: String?]) throws -> String {
            try decide(Message(id: "1", text: text), rules).draft?.text ?? ""
        }
        #expect(try text("Bravo à tous. Où est ma commande", rules).contains("Vos mots nous font plaisir."))
        #expect(try text("C'est bien, où est ma commande", rules).contains("Merci d"))
        #expect(try text("Nul, où est ma commande", rules).contains("désolés"))
        #expect(try text("Où est ma commande ? Merci.", rules).contains("Merci d"))
        #expect(try text("En panne. Où est ma commande", rules).contains("Merci d"))
        // A brand without words for it thanks.
        #expect(try text("Bravo à tous. Où est ma commande", ["polarity.yaml": "fr: {bravo: 4}\n"]).contains("Merci d"))
    }

    @Test(
        "where the day is promised and the answer is due on another, that day is named",
        arguments: [
            ("2026-11-20T10:00:00+01:00", "dans la journée"), ("2026-11-20T17:30:00+01:00", "lundi"),
            ("2026-11-18T19:00:00+01:00", "demain"), ("2026-12-24T17:45:00+01:00", "lundi"),
        ])
    func namedDay(_ sent: String, _ words: String) throws {
        let brand = try #require(SampleRules.files["brand.yaml"]).replacing("en: today}", with: "en: today, same_day: true}")
        var message = Message(id: "1", text: "Mon avocat s'en charge.")
        #expect(try decide(message, ["brand.yaml": brand]).draft?.text.contains("vous répondra dans la journée.") == true)
        message.sentAt = Instant(rfc3339: sent)
        #expect(try decide(message, ["brand.yaml": brand]).draft?.text.contains("vous répondra \(words).") == true)
        // Without the promise the brand's words stay.
        #expect(try decide(message).draft?.text.contains("vous répondra dans la journée.") == true)
    }

    @Test("an explanation decides as the pipe does", arguments: ["Vous m'avez débité 12 €", "Vous m'avez débité 450 €"])
    func explainsAlike(_ text: String) throws {
        var desk = try Self.desk()
        let message = Message(id: "1", text: text)
        let explained = desk.explain(message).understanding
        #expect(explained.signals.map(\.signal) == desk.understand(message).signals.map(\.signal))
    }

    @Test("two problems weigh; enough weight sends the message to a person")
    func complexity() throws {
        #expect(try decide("Il est arrivé cassé").complexity == 0)
        let two = try decide("Il est arrivé cassé. Et la facture fausse.")
        #expect(two.complexity == 20)
        #expect(two.disposition == .draft)
        let angry = try decide("Il est arrivé cassé. Et la facture fausse, c'est inadmissible !!")
        #expect(angry.complexity == 20 + 30 + 30)
        #expect((angry.disposition, angry.priority) == (.human, .p2))
    }

    @Test("strong anger in public is for a person, in private it may be drafted")
    func angerInPublic() throws {
        let text = "Où est ma commande, c'est inadmissible"
        #expect(try decide(text, .public).disposition == .human)
        #expect(try decide("Où est ma commande, j'en ai marre", .private).disposition == .draft)
    }

    @Test("nothing to answer is said so, and an unknown message goes to a person, sooner when dissatisfied")
    func unknown() throws {
        #expect(try decide("ok merci").disposition == .ignore)
        #expect(try decide("👍👍").disposition == .ignore)
        let unknown = try decide("Quelle heure est-il au Japon")
        #expect((unknown.disposition, unknown.priority) == (.human, .p3))
        let unhappy = try decide("franchement déçu par tout ça")
        #expect((unhappy.disposition, unhappy.priority) == (.human, .p2))
        #expect(unhappy.polarity < 0)
        let foreign = try decide("Hola, ¿dónde está mi pedido? No ha llegado todavía")
        #expect((foreign.disposition, foreign.draft?.template) == (.human, "block/holding.received/fr/private/1"))
    }

    @Test("details a customer publishes are hidden in public and left alone in private")
    func publishedDetails() throws {
        let text = "Où est ma commande ? Mon compte : FR76 3000 6000 0112 3456 7890 189"
        #expect(try decide(text, .public).disposition == .moderate)
        #expect(try decide(text, .private).disposition == .draft)
    }

    @Test(
        "a sum counts from the amount policy names",
        arguments: [
            ("Vous m'avez débité 12 €", 0), ("Vous m'avez débité 450 €", 1), ("Il s'agit de mille euros", 1),
            ("La livraison est offerte dès 500 €, et vous m'avez débité 12 €", 0),
        ])
    func sums(_ text: String, _ count: Int) throws {
        var desk = try Self.desk()
        #expect(desk.understand(Message(id: "1", text: text, visibility: .private)).signals.count == count)
    }

    @Test(
        "an exchange is closed when nothing is left to answer",
        arguments: [
            ("D'accord", Disposition.ignore), ("D'accord 👍", .ignore), ("@lea @sam", .ignore), ("😂😂", .ignore), ("mdr 😂", .human),
            ("D'accord mais le coussin est toujours absent", .human), ("D'accord, et mon échange ?", .human),
        ])
    func closes(_ text: String, _ disposition: Disposition) throws {
        #expect(try decide(text).disposition == disposition)
    }

    @Test("due is counted in opening hours from the time sent, and null without it")
    func due() throws {
        var message = Message(id: "1", text: "Il est arrivé cassé")
        #expect(try decide(message).due == nil)
        message.sentAt = Instant(rfc3339: "2026-11-20T17:00:00+01:00")
        let due = try #require(try decide(message).due)
        // Friday 17:00; four hours in 09:00–12:00, 14:00–18:00: one on Friday, three on Monday morning.
        #expect(due == Instant(rfc3339: "2026-11-23T12:00:00+01:00"))
    }

    @Test("nothing leaves unreviewed unless its intent was opted in, and never with a finding, a signal or discontent")
    func optIn() throws {
        let policy = try #require(SampleRules.files["policy.yaml"])
        let optIn =
            [
                "policy.yaml": policy + "\nsend: [track_order]\n", "signals/anger.yaml": nil, "signals/insult.yaml": nil,
                "signals/threat.yaml": nil, "signals/high_amount.yaml": nil, "signals/closing.yaml": nil,
                "signals/personal_data.yaml": nil,
            ] as [String: String?]
        let question = Message(id: "1", text: "Où est ma commande FR-48213 ?")
        #expect(try decide(question).disposition == .draft)
        #expect(try decide(question, optIn).disposition == .send)
        #expect(try decide(Message(id: "1", text: "Où est ma commande ? Je suis déçu"), optIn).disposition == .draft)
        var broken = optIn
        broken["blocks.yaml"] = SampleRules.files["blocks.yaml"]?.replacing("Bien cordialement,", with: "Calmez-vous.")
        let held = try decide(question, broken)
        #expect(held.disposition == .draft)
        #expect(held.draft?.findings.isEmpty == false)
    }

    /// The sample rules with an intent that may leave unread.
    private static func unread(_ changes: [String: String?] = [:]) throws -> LoadedRulebook {
        let policy = try #require(SampleRules.files["policy.yaml"])
        let folder = try TemporaryFolder(SampleRules.files(["policy.yaml": policy + "\nsend: [track_order]\n"].merging(changes) { $1 }))
        return RulebookLoader.load(folder.path)
    }

    @Test("what leaves unread says that an automated assistant wrote it; what a person reads does not")
    func disclosure() throws {
        let loaded = try Self.unread()
        #expect(loaded.findings.isEmpty, "\(loaded.findings)")
        var desk = loaded.makeDesk()
        func text(_ message: Message) throws -> String {
            var used = UsedTexts()
            return try #require(desk.decide(message, desk.understand(message), used: &used).draft?.text)
        }
        let words = "Cette réponse a été rédigée par un assistant automatique."
        let question = Message(id: "1", text: "Où est ma commande FR-48213 ?")
        #expect(try text(question).hasSuffix("sous un jour ouvré.\n\n\(words)\n\nBien cordialement,\nL’équipe Maison Exemple"))
        let inPublic = Message(id: "1", text: "Où est ma commande ?", visibility: .public)
        #expect(try text(inPublic).hasSuffix("en message privé\u{202F}? \(words) – L’équipe Maison Exemple"))
        #expect(try !text(Message(id: "1", text: "Où est ma commande ? Je suis déçu")).contains("automatique"))
    }

    @Test("rules that let a reply leave unread and have no words that disclose it are not used")
    func missingDisclosure() throws {
        let blocks = try #require(SampleRules.files["blocks.yaml"])
        let silent = blocks.replacing(#/disclosure:\n.*\n.*\n/#, with: "")
        #expect(silent != blocks)
        let findings = try Self.unread(["blocks.yaml": silent]).findings.map(\.cause)
        #expect(findings.count == 4)
        #expect(findings.allSatisfy { $0.hasPrefix("“track_order” may leave unread, and no text discloses") })
    }

    @Test("a text that names a person at work does not leave unread, and the linter names it")
    func claimsPerson() throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
        let claiming = track.replacing("Nous regardons où en est votre commande", with: "Un conseiller consulte le suivi de votre commande")
        let changes = ["orders/track_order.yaml": claiming] as [String: String?]
        var desk = try Self.unread(changes).makeDesk()
        var used = UsedTexts()
        let question = Message(id: "1", text: "Où est ma commande FR-48213 ?")
        let held = desk.decide(question, desk.understand(question), used: &used)
        #expect(held.disposition == .draft)
        // A person reads it: nothing is wrong with it any more.
        #expect(held.draft?.findings == [])
        #expect(held.draft?.text.contains("automatique") == false)
        let policy = try #require(SampleRules.files["policy.yaml"])
        let folder = try TemporaryFolder(
            SampleRules.files(["policy.yaml": policy + "\nsend: [track_order]\n"].merging(changes) { $1 }))
        let found = RulebookLinter.check(folder.path).findings
        #expect(found.contains { $0.cause.contains("track_order/fr/private/1") && $0.cause.contains("conseiller") }, "\(found)")
    }

    @Test("on a channel of text messages a reply is one line in plain letters")
    func textMessage() throws {
        let brand = try #require(SampleRules.files["brand.yaml"])
        let rules = [
            "brand.yaml": brand.replacing(
                "default: {public: 1000}",
                with: "default: {public: 1000}\n  sms: {unit: gsm7, private: 320, typography: plain, frame: short}")
        ]
        let message = Message(id: "1", text: "Où est ma commande ?", channel: "sms", author: Message.Author(id: "u", name: "Mme Martin"))
        let draft = try #require(try decide(message, rules).draft)
        #expect(
            draft.text
                == "Bonjour Mme Martin, nous regardons où en est votre commande et vous répondrons sous un jour ouvré. Pourriez-vous nous indiquer votre numéro de commande ? - L'équipe Maison Exemple"
        )
        #expect(draft.findings == [])
    }

    /// Knows every word but one.
    private struct Words: SpellingDictionary {
        let unknown: String
        func accepts(_ word: String, _ language: Language) -> Bool { word.lowercased() != unknown }
    }

    @Test("what would leave unread is spelled, and waits for a person with a word that no dictionary knows")
    func spelledBeforeSending() throws {
        let policy = try #require(SampleRules.files["policy.yaml"])
        let folder = try TemporaryFolder(SampleRules.files(["policy.yaml": policy + "\nsend: [track_order]\n"]))
        let loaded = RulebookLoader.load(folder.path)
        let question = Message(id: "1", text: "Où est ma commande FR-48213 ?")
        func decide(without word: String) -> Decision {
            var desk = loaded.makeDesk(spelling: Words(unknown: word))
            var used = UsedTexts()
            return desk.decide(question, desk.understand(question), used: &used)
        }
        #expect(decide(without: "zblorg").disposition == .send)
        let held = decide(without: "regardons")
        #expect(held.disposition == .draft && held.draft?.findings.map(\.text) == ["regardons"])
    }

    @Test("a rating counts as what it says")
    func rating() throws {
        var message = Message(id: "1", text: "Où est ma commande ?", visibility: .public)
        message.rating = 1
        #expect(try decide(message).polarity == -1)
        message.rating = 5
        #expect(try decide(message).polarity == 1)
    }

    @Test("words as slight as « est » make nobody satisfied who tells of a problem; thanks are thanks")
    func slightWords() throws {
        let rules = ["polarity.yaml": "fr: {est: 0.5, merci: 1}\n"]
        func polarity(_ text: String) throws -> Int { try decide(Message(id: "1", text: text), rules).polarity }
        #expect(try polarity("le livreur est là") == 1)
        #expect(try polarity("mon colis est arrivé cassé") == 0)
        #expect(try polarity("merci mais mon colis est arrivé cassé") == 1)
    }

    @Test("whoever threatens is not satisfied, whatever words it takes, and an insult is no praise; a rating says more")
    func satisfactionOfSignals() throws {
        let rules = ["polarity.yaml": "fr: {joli: 3, affreux: -4}\n"]
        func polarity(_ text: String, rating: Int? = nil) throws -> Int {
            var message = Message(id: "1", text: text)
            message.rating = rating
            return try decide(message, rules).polarity
        }
        #expect(try polarity("un joli feu, on va vous brûler") == -1)
        #expect(try polarity("on va vous brûler") == -1)
        #expect(try polarity("un affreux magasin, on va vous brûler") == -2)
        #expect(try polarity("joli, joli, un joli feu va vous brûler") == 2)
        #expect(try polarity("quels guignols, joli") == 0)
        #expect(try polarity("quels guignols, joli", rating: 5) == 1)
    }

    @Test("within a conversation no text comes twice while another is left")
    func alternatives() throws {
        var desk = try Self.desk()
        var used = UsedTexts()
        var message = Message(id: "1", text: "Où est ma commande ?")
        message.conversation = "c"
        let understanding = desk.understand(message)
        let texts = (0..<2).compactMap { _ in desk.decide(message, understanding, used: &used).draft?.text }
        #expect(texts[0] != texts[1])
        var again = UsedTexts()
        #expect(desk.decide(message, understanding, used: &again).draft?.text == texts[0])
    }

    @Test("a desk that begins anew remembers what its conversations were answered with, by the names kept with their drafts")
    func remembers() throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
        let other = "    - text: Nous suivons votre commande et vous répondrons {{delay}}.\n      public: Écrivez-nous en message privé.\n"
        let folder = try TemporaryFolder(
            SampleRules.files([
                "orders/track_order.yaml": track.replacing("  fr:\n    - text: Nous", with: "  fr:\n\(other)    - text: Nous")
            ]))
        let loaded = RulebookLoader.load(folder.path)
        #expect(loaded.findings.isEmpty, "\(loaded.findings)")
        var message = Message(id: "1", text: "Où est ma commande ?", channel: "x")
        message.conversation = "c"
        func template(_ known: [DraftedTexts]) throws -> String {
            var desk = loaded.makeDesk()
            var used = RememberedTexts(known, in: loaded.library).used[StableHash.conversation(of: message)] ?? UsedTexts()
            return try #require(desk.decide(message, desk.understand(message), used: &used).draft?.template)
        }
        let first = try template([])
        let conversation = ConversationKey(of: message)
        #expect(try template([DraftedTexts(conversation: conversation, template: first)]) != first)
        let stranger = ConversationKey(channel: "x", account: "default", name: "d")
        #expect(try template([DraftedTexts(conversation: stranger, template: first)]) == first)
        #expect(try template([DraftedTexts(conversation: conversation, template: "gone/fr/1")]) == first)
    }
}
