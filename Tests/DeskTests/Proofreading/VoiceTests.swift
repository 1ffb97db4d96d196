import IntentEngine
import Testing

@testable import Desk

struct VoiceTests {
    static let register: [RuleCase] = [
        .bad("F28", "Nous pouvons t’aider", "t’"),
        .bad("F28", "Tu peux nous envoyer ton numéro et tes photos à toi.", "Tu", "ton", "tes", "toi"),
        .bad("F28", "N’hésite pas à revenir. Écris-nous. Clique sur le lien.", "hésite", "Écris", "Clique"),
        .bad("F28", "Votre réclamation seras traitée. Votre avis nous aideras.", "seras", "aideras"),
        .good("F28", "Le ton de votre message. Les tests. Attention. Il n’hésite pas. Y a-t-il un embarras\u{202F}?"),
        .good("F28", "Vérifié par nos équipes. L’écran n’indique pas l’heure. Un communiqué."),
        .good("F28", "Peux-tu nous écrire\u{202F}? Ton colis t’attend.", in: .familiar),

        .bad(
            "register", "Peux-tu nous dire si votre colis est chez vous\u{202F}? Écrivez-nous.", "votre", "vous",
            "Écrivez", in: .familiar),
        .bad("register", "Salut Léo, on regarde.", "Salut", "on"),
        .good("register", "Salut Léo, on regarde ton colis chez toi. As-tu un rendez-vous\u{202F}?", in: .familiar),
        .good("register", "Bonjour, nous regardons. Son avis. Bon."),
    ]

    static let agreement: [RuleCase] = [
        .bad("agreement", "Vous serez remboursé sous peu.", "Vous serez remboursé"),
        .bad("agreement", "Vous serez bien informée. Soyez assurés.", "Vous serez bien informée", "Soyez assurés"),
        .bad(
            "agreement", "Si vous êtes satisfait ou vous n’êtes pas inscrite", "vous êtes satisfait",
            "vous n’êtes pas inscrite"),
        .bad("agreement", "Cher client, Chère cliente", "Cher client", "Chère cliente"),
        .bad(
            "agreement", "Vous avez été déçu(e). Nous vous avons contactée.", "Vous avez été déçu",
            "Nous vous avons contactée"),
        .bad("agreement", "Nous vous tiendrons informés de la suite.", "vous tiendrons informés"),
        .bad("agreement", "Vous vous êtes trompé. Vous êtes le bienvenu.", "vous êtes trompé", "Vous êtes le bienvenu"),
        .bad("agreement", "une personne déçu(e)", "déçu(e)"),
        .bad("agreement", "Tu seras remboursé.", "Tu seras remboursé", in: .familiar),
        .good("agreement", "Le remboursement sera effectué. Nous vous tiendrons au courant. Cela vous convient."),
        .good("agreement", "Merci de nous avoir alertés. Nous vous avons envoyé un lien. Le colis vous sera livré."),
        .good("agreement", "Nous vous avons remboursé la somme. Vous êtes libre. Vous avez demandé un échange."),
    ]

    static let neverSay: [RuleCase] = [
        .bad(
            "never_say.blame", "VOUS AURIEZ DÛ lire. Vous n’avez pas signé. Comme indiqué, relisez.", "VOUS AURIEZ DÛ",
            "Vous n’avez pas", "Comme indiqué", "relisez"),
        .bad("never_say.blame", "comme je vous l'ai deja dit", "comme je vous l'ai deja dit"),
        .bad(
            "never_say.blame", "You failed to reply, as already stated.", "You failed to", "as already stated",
            in: .english),
        .good(
            "never_say.blame",
            "Afin que vous n’ayez pas à vous répéter. Vous n’avez pas à payer. Vous n’avez pas encore reçu le colis."),
        .bad(
            "never_say.order", "Calmez-vous. Vous devez payer. Il faut que vous signiez.", "Calmez-vous", "Vous devez",
            "Il faut que vous"),
        .bad("never_say.order", "Veuillez patienter. Veuillez signer.", "Veuillez"),
        .bad("never_say.order", "Calm down, you must wait.", "Calm down", "you must", in: .english),
        .good("never_say.order", "Veuillez patienter. Il vous suffit de signer."),
        .bad(
            "never_say.liability", "C’est notre faute, un défaut de fabrication. Nous admettons.", "notre faute",
            "défaut de fabrication", "Nous admettons"),
        .bad("never_say.liability", "We admit this defect.", "We admit", "defect", in: .english),
        .good("never_say.liability", "Nous regrettons cette expérience. Les produits sont garantis."),
        .bad(
            "never_say.promise", "Un bon d’achat gratuit, dès demain, à 100\u{A0}%.", "bon d’achat", "gratuit",
            "dès demain", "100\u{A0}%"),
        .bad(
            "never_say.promise", "Un geste commercial et un bon d’achat", "bon d’achat",
            in: .french.with { $0.allowedPromises = ["Geste Commercial"] }),
        .bad("never_say.promise", "A voucher, free of charge.", "voucher", "free of charge", in: .english),
        .good("never_say.promise", "Une chemise 100\u{A0}% coton. Votre demande est transmise."),
        .good(
            "never_say.promise", "Un geste commercial de 5 euros",
            in: .french.with { $0.allowedPromises = ["geste commercial de 5 euros"] }),
        .bad(
            "never_say.vague_delay", "Nous répondrons dans les plus brefs délais, au plus vite, rapidement.",
            "dans les plus brefs délais", "au plus vite", "rapidement"),
        .bad("never_say.vague_delay", "Votre message du 12 mars sera lu prochainement.", "prochainement"),
        .bad(
            "never_say.vague_delay", "We will reply shortly, as soon as possible.", "shortly", "as soon as possible",
            in: .english),
        .good(
            "never_say.vague_delay",
            "Nous répondrons rapidement, d’ici jeudi. Au plus vite, sous deux jours. Trouvons rapidement une solution."
        ),
        .good("never_say.vague_delay", "We will reply as soon as possible, by Thursday.", in: .english),
        .bad(
            "never_say.minimising", "Pas de souci, ce n’est pas grave, ce n’est qu’un colis.", "Pas de souci",
            "ce n’est pas grave", "ce n’est qu’un"),
        .bad("never_say.minimising", "No worries, it’s only a delay.", "No worries", "it’s only a", in: .english),
        .good("never_say.minimising", "We have just received it.", in: .english),
        .bad("never_say.bureaucratic", "Nous accusons bonne réception de votre avis.", "Nous accusons bonne réception"),
        .bad(
            "never_say.bureaucratic",
            "Bonjour,\nConformément à nos CGV, le retour est clos. Conformément à nos CGV, merci.",
            "Conformément à nos CGV"),
        .bad("never_say.bureaucratic", "As per our terms, kindly note this.", "As per", "kindly note", in: .english),
        .good("never_say.bureaucratic", "Nous accusons réception. Le retour est clos. C’est conforme à nos CGV."),
        .bad(
            "never_say.cliche", "Désolés pour la gêne occasionnée. N’hésitez pas à revenir vers nous.",
            "Désolés pour la gêne occasionnée", "N’hésitez pas à revenir vers nous"),
        .bad(
            "never_say.cliche", "Sorry for any inconvenience caused.", "Sorry for any inconvenience caused",
            in: .english),
        .good("never_say.cliche", "Nous sommes désolés de cette attente. N’hésitez pas à nous écrire."),
        .bad("never_say.familiarity", "Coucou, bisous, LOL", "Coucou", "bisous", "LOL"),
        .good("never_say.familiarity", "Bonjour. L’automate."),
        .bad(
            "never_say.sensitive", "C’est une faute du transporteur. Nos avocats liront.", "faute du transporteur",
            "Nos avocats"),
        .good("never_say.sensitive", "Le colis est chez le transporteur."),
        .bad(
            "never_say.identity", "Je suis une vraie personne. Je ne suis pas un robot.", "Je suis une vraie personne",
            "Je ne suis pas un robot"),
        .bad(
            "never_say.identity", "I’m a real person, I am not a bot.", "I’m a real person", "I am not a bot",
            in: .english),
        .good("never_say.identity", "Je suis l’assistant automatique."),
    ]

    @Test(arguments: register)
    func `A reply keeps to one register`(_ example: RuleCase) { example.verify() }

    @Test(arguments: agreement)
    func `Nothing agrees with a customer whose gender is unknown`(_ example: RuleCase) { example.verify() }

    @Test(arguments: neverSay)
    func `Phrases a brand does not say are found, whatever their case and accents`(_ example: RuleCase) {
        example.verify()
    }
}
