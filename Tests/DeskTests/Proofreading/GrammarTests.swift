import IntentEngine
import Testing

@testable import Desk

struct GrammarTests {
    static let cases: [RuleCase] = [
        .bad("grammar.contraction", "la page de le produit", "de le"),
        .bad(
            "grammar.contraction", "jusqu’à le mois, à les clients, de les articles, de le dossier", "à le", "à les",
            "de les", "de le"),
        .bad("grammar.contraction", "à Le Mans", "à Le"),
        .good(
            "grammar.contraction",
            "de le faire, de les recevoir, à le conserver, de le lui dire, de la maison, à les vérifier"),
        .good("grammar.contraction", "du produit, aux clients, à Mme\u{A0}Le Goff, de Le Corbusier"),

        .bad("grammar.conditional", "Si vous auriez d’autres questions, écrivez-nous.", "auriez"),
        .bad(
            "grammar.conditional", "Merci, et si vous le souhaiteriez, écrivez. S’il serait livré.", "souhaiteriez",
            "serait"),
        .good("grammar.conditional", "Si vous aviez d’autres questions. Si vous préfériez un avoir. S’il était livré."),
        .good("grammar.conditional", "Dites-nous si vous auriez une photo. Si nous livrions."),

        .bad("grammar.nous", "Nous avons reçu votre demande et nous la traiteront.", "traiteront"),
        .bad("grammar.nous", "Nous ne vous oublieront pas.", "oublieront"),
        .good("grammar.nous", "Nos conseillers nous répondront. Ils nous la transmettront. Nous la traiterons."),

        .bad("grammar.team", "L’équipe sont à votre disposition.", "sont"),
        .bad(
            "grammar.team", "Notre service client vous répondront. Toute l’équipe Maison Exemple ont lu.", "répondront",
            "ont"),
        .good("grammar.team", "L’équipe est là. Les membres de l’équipe sont là. Le service client vous répondra."),

        .bad("grammar.count", "1 jours, 0 articles et 1,5 heures", "1 jours", "0 articles", "1,5 heures"),
        .bad("grammar.count", "sous 14 jour", "14 jour"),
        .good("grammar.count", "1 jour, 0 article, 1,5 heure, 2 jours, 21 jours, 1 000 jours, 1 avis, n°\u{A0}3 jour"),

        .bad(
            "grammar.determiner", "Vos article, votre demandes, des produit", "Vos article", "votre demandes",
            "des produit"),
        .good("grammar.determiner", "Vos articles, votre demande, des produits, dès réception, il les demande"),

        .bad("grammar.working_days", "sous 14 jours ouvrable", "jours ouvrable"),
        .bad("grammar.working_days", "1 jours ouvrés, 48 heures ouvrés, 1 jour ouvrés", "heures ouvrés", "jour ouvrés"),
        .good("grammar.working_days", "deux jours ouvrés, un jour ouvrable, 48 heures ouvrées"),

        .bad("grammar.homophone", "Nous vous proposons un avoir où un échange.", "où"),
        .bad("grammar.homophone", "Ce modèle et disponible en bleu.", "et"),
        .bad("grammar.homophone", "Votre colis à été livré. Sa vous convient-il\u{202F}?", "à", "Sa"),
        .bad("grammar.homophone", "Tout les produits. Quand à votre facture. La gène.", "Tout", "Quand", "gène"),
        .good("grammar.homophone", "Un échange où un conseiller vous a répondu. Tous le savent. Tout le monde."),
        .good(
            "grammar.homophone", "Une boutique où un conseiller vous attend. Ce modèle et celui-ci. Tous les bons."),
        .good(
            "grammar.homophone",
            "Votre colis a été livré. Sa facture. Quant à vous. Quand, à 14\u{A0}h, un avoir ou un échange."),

        .bad("grammar.participle", "Nous sommes sincèrement désolé.", "désolé"),
        .bad("grammar.participle", "Votre commande a bien été expédié. Votre demande est parti.", "expédié", "parti"),
        .bad("grammar.participle", "Nous avons bien noter votre adresse.", "noter"),
        .good("grammar.participle", "Nous avons hier noté. Vous avez à noter. Nous avons Roger."),
        .good(
            "grammar.participle",
            "Nous sommes désolés. Votre commande a été expédiée. Le délai de votre commande est dépassé."),

        .bad("grammar.infinitive", "Vous pouvez nous contactez par téléphone.", "contactez"),
        .bad("grammar.infinitive", "Veuillez nous excusez. Merci de nous répondez.", "excusez", "répondez"),
        .good("grammar.infinitive", "Vous pouvez nous contacter. Chez nous. Merci de venir chez vous."),

        .bad("grammar.first_person", "Je transmet votre demande et je vous tient au courant.", "transmet", "tient"),
        .good("grammar.first_person", "Je transmets votre demande. Peut-être."),

        .bad(
            "usage", "malgré que, suite à votre avis, au niveau de la livraison", "malgré que", "suite à",
            "au niveau de"),
        .bad(
            "usage", "solutionner, impacter, adresser un problème, éligible à", "solutionner", "impacter",
            "adresser un problème", "éligible à"),
        .bad("usage", "Vous êtes éligible a un échange.", "éligible a"),
        .bad("usage", "Nous avons pallié à ce problème. Merci pour votre patiente.", "pallié à", "votre patiente"),
        .bad(
            "usage", "Cela fait parti de tout. C’est à dire que. Quelque soit votre choix.", "fait parti",
            "C’est à dire", "Quelque soit"),
        .bad("usage", "que vous n’ayez pas était satisfait", "ayez pas était"),
        .good(
            "usage",
            "à la suite de votre avis, pour la livraison, un impact, l’empreinte digitale, c’est-à-dire, donner suite à"
        ),
    ]

    @Test(arguments: cases)
    func `Grammar finds slips and lets good French pass`(_ example: RuleCase) { example.verify() }

    @Test(arguments: [
        "Merci pour votre patiente.", "Nous la traiteront demain.", "Si vous auriez une question, écrivez-nous.",
        "Nous vous tiendrons informé.", "L’équipe sont là.", "Nous avons pallié à cela.",
        "Vous êtes éligible a un échange.",
        "Ce modèle et disponible.", "Nous proposons un avoir où un échange.", "Nous ouvrons à 14h30.",
        "Le 1 mars convient.",
        "Cordialement .", "Bonjour ,", "Sous 14 jours ouvrable.", "Montant\u{A0}: 49.90\u{A0}€.",
    ])
    func `What the outside judge misses is found here`(_ text: String) {
        #expect(!Proofreader().findings(in: text, .french).isEmpty)
    }
}
