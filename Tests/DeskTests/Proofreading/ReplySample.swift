import IntentEngine
import Testing

@testable import Desk

/// The base replies of the language study, § 6.8: correct texts, with the context each is written for.
struct ReplySample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let context: ProofContext
    /// Rules the text breaks by its own choice; see the reason beside each.
    var knowingly: [ProofRule.ID] = []

    var testDescription: String { "\(name), \(context.language.rawValue)" }
}

extension ReplySample {
    private static func context(
        _ language: Language, _ visibility: Message.Visibility, isDissatisfied: Bool = false, register: Register = .vous
    ) -> ProofContext {
        ProofContext(language: language, visibility: visibility, register: register, isDissatisfied: isDissatisfied)
    }

    static let all: [ReplySample] = [
        ReplySample(
            name: "track_order",
            text: """
                Bonjour Mme\u{A0}Martin,
                Merci de votre message. Nous comprenons que vous attendiez des nouvelles de votre commande \
                n°\u{A0}48213.
                Elle a été expédiée le 3\u{A0}mars et se trouve actuellement chez le transporteur. Vous pouvez \
                suivre son avancement depuis la rubrique «\u{A0}Mes commandes\u{A0}».
                Si elle n’est pas livrée d’ici vendredi, répondez à ce message\u{A0}: nous ouvrirons une enquête \
                auprès du transporteur.
                Bien cordialement,
                L’équipe Maison Exemple
                """,
            context: context(.french, .private)
        ),
        ReplySample(
            name: "track_order",
            text: """
                Dear Ms Martin,
                Thank you for your message. We understand that you are waiting for news of your order 48213.
                It was dispatched on 3 March and is currently with the carrier. You can follow its progress under \
                “My orders”.
                If it has not arrived by Friday, please reply to this message and we will open an enquiry with the \
                carrier.
                Kind regards,
                The Maison Exemple team
                """,
            context: context(.english, .private)
        ),
        ReplySample(
            name: "late_delivery",
            text: """
                Bonjour Paul, nous sommes désolés pour cette attente. Afin de vérifier où se trouve votre colis, \
                pourriez-vous nous transmettre votre numéro de commande en message privé\u{202F}? Nous vous \
                répondrons dans la journée. – Camille, Maison Exemple
                """,
            context: context(.french, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "late_delivery",
            text: """
                Hello Paul, we’re sorry you are still waiting. So that we can locate your parcel, could you please \
                send us your order number by private message? We’ll reply today. – Camille, Maison Exemple
                """,
            context: context(.english, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "damaged_item",
            text: """
                Bonjour M.\u{A0}Durand,
                Nous sommes navrés d’apprendre que votre article est arrivé abîmé et nous comprenons votre \
                déception.
                Pour vous proposer rapidement une solution, pourriez-vous nous envoyer une photo de l’article et \
                de son emballage\u{202F}? Merci de conserver les deux jusqu’à notre retour.
                Dès réception, un conseiller examinera votre dossier et vous répondra sous 48\u{A0}heures ouvrées.
                Bien cordialement,
                L’équipe Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "damaged_item",
            text: """
                Dear Mr Durand,
                We are sorry to hear that your item arrived damaged, and we understand your disappointment.
                So that we can offer you a solution quickly, could you please send us a photo of the item and its \
                packaging? Please keep both until we reply.
                An adviser will review your case and answer within two working days.
                Kind regards,
                The Maison Exemple team
                """,
            context: context(.english, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "get_refund",
            text: """
                Bonjour Mme\u{A0}Petit,
                Nous avons bien reçu votre demande de remboursement concernant la commande n°\u{A0}48213 et nous \
                regrettons que cet article ne vous ait pas donné satisfaction.
                Votre demande est transmise à un conseiller, qui vérifiera les conditions de retour et vous \
                indiquera la marche à suivre. Vous recevrez une réponse sous deux jours ouvrés.
                Bien cordialement,
                L’équipe Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "get_refund",
            text: """
                Dear Ms Petit,
                We have received your refund request for order 48213, and we are sorry that this item did not meet \
                your expectations.
                Your request has been passed on to an adviser, who will check the return conditions and explain \
                the next steps. You will hear from us within two working days.
                Kind regards,
                The Maison Exemple team
                """,
            context: context(.english, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "complaint_ack",
            text: """
                Bonjour Mme\u{A0}Leroy,
                Merci d’avoir pris le temps de nous écrire. Nous sommes sincèrement désolés que cette expérience \
                vous ait déçue.
                Votre réclamation a été transmise à un responsable du service client, qui étudiera l’ensemble des \
                points que vous signalez et vous répondra personnellement d’ici jeudi.
                Votre référence de suivi est la suivante\u{A0}: RC-20931.
                Bien cordialement,
                L’équipe Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "complaint_ack",
            text: """
                Dear Ms Leroy,
                Thank you for taking the time to write to us. We are truly sorry that this experience was \
                disappointing.
                Your complaint has been passed on to a customer service manager, who will look into each of the \
                points you raise and reply to you personally by Thursday.
                Your reference is RC-20931.
                Kind regards,
                The Maison Exemple team
                """,
            context: context(.english, .private, isDissatisfied: true),
            // 28 words, where French has 25.
            knowingly: ["sentence_length"]
        ),
        ReplySample(
            name: "legal_ack",
            text: """
                Bonjour,
                Nous accusons réception de votre message du 12\u{A0}mars et l’avons transmis au service compétent, \
                qui reviendra vers vous dans les meilleurs délais.
                Votre référence de suivi est la suivante\u{A0}: RC-20932.
                Cordialement,
                Le service client Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true),
            // A formal acknowledgement cannot name a day; a person decides whether it may say so.
            knowingly: ["never_say.vague_delay"]
        ),
        ReplySample(
            name: "legal_ack",
            text: """
                Dear Sir or Madam,
                We acknowledge receipt of your message of 12 March and have passed it on to the appropriate \
                department, which will reply to you as soon as possible.
                Your reference is RC-20932.
                Yours faithfully,
                Maison Exemple Customer Service
                """,
            context: context(.english, .private, isDissatisfied: true),
            // As in French; and English, which elides nothing, has 27 words where French has 24.
            knowingly: ["never_say.vague_delay", "sentence_length"]
        ),
        ReplySample(
            name: "safety_ack",
            text: """
                Bonjour Mme\u{A0}Roux,
                Nous sommes très touchés par votre message et prenons votre signalement avec le plus grand \
                sérieux. Nous espérons que vous allez mieux.
                Par précaution, nous vous invitons à ne plus utiliser le produit et à le conserver. En cas de \
                symptômes, consultez sans attendre un professionnel de santé ou appelez le 15 ou le 112.
                Un responsable vous contactera personnellement aujourd’hui.
                Bien cordialement,
                Le service client Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "safety_ack",
            text: """
                Dear Ms Roux,
                We are very concerned by your message and are taking it extremely seriously. We hope you are \
                feeling better.
                As a precaution, please stop using the product and keep it. If you have any symptoms, seek medical \
                advice without delay or call 112.
                A manager will contact you personally today.
                Kind regards,
                Maison Exemple Customer Service
                """,
            context: context(.english, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "fraud_ack",
            text: """
                Bonjour,
                Merci de nous avoir alertés. Nous ne demandons jamais de mot de passe, de code de carte bancaire \
                ni de paiement par SMS ou par téléphone.
                Nous vous conseillons de ne cliquer sur aucun lien, de ne rien communiquer et de prévenir votre \
                banque si vous avez transmis des coordonnées. Un membre de notre équipe examine votre signalement \
                en priorité.
                Cordialement,
                Le service client Maison Exemple
                """,
            context: context(.french, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "fraud_ack",
            text: """
                Hello,
                Thank you for alerting us. We never ask for passwords, card codes or payment by text message or \
                phone.
                Please do not click on any link or share any details, and contact your bank if you have already \
                done so. A member of our team is looking into your report as a priority.
                Kind regards,
                Maison Exemple Customer Service
                """,
            context: context(.english, .private, isDissatisfied: true)
        ),
        ReplySample(
            name: "gdpr_ack",
            text: """
                Bonjour,
                Nous avons bien reçu votre demande relative à vos données personnelles et l’avons transmise à \
                notre délégué à la protection des données. Une réponse vous sera apportée dans un délai maximal \
                d’un mois à compter de la réception de votre demande.
                S’il était nécessaire de vérifier votre identité, nous vous en informerions au préalable.
                Cordialement,
                Le service client Maison Exemple
                """,
            context: context(.french, .private)
        ),
        ReplySample(
            name: "gdpr_ack",
            text: """
                Hello,
                We have received your request concerning your personal data and have passed it on to our data \
                protection officer. You will receive a reply within one month of its receipt.
                If we need to verify your identity, we will let you know first.
                Kind regards,
                Maison Exemple Customer Service
                """,
            context: context(.english, .private)
        ),
        ReplySample(
            name: "praise",
            text: """
                Bonjour Inès, un grand merci pour ce message qui fait chaud au cœur\u{202F}! Toute l’équipe est \
                ravie que votre commande vous plaise. À bientôt\u{202F}! – Camille, Maison Exemple
                """,
            context: context(.french, .public),
            // Two exclamation marks, where the gate of § 6.7 allows one.
            knowingly: ["count.exclamation"]
        ),
        ReplySample(
            name: "praise",
            text: """
                Hello Inès, thank you so much for your kind words! The whole team is delighted that you love your \
                order. See you soon! – Camille, Maison Exemple
                """,
            context: context(.english, .public),
            // As in French.
            knowingly: ["count.exclamation"]
        ),
        ReplySample(
            name: "negative_review",
            text: """
                Bonjour, merci d’avoir pris le temps de partager votre expérience. Nous sommes désolés qu’elle \
                n’ait pas été à la hauteur de vos attentes, en particulier sur les délais. Nous souhaitons \
                comprendre ce qui s’est passé et trouver une solution avec vous\u{A0}: écrivez-nous depuis la page \
                «\u{A0}Contact\u{A0}» de notre site en indiquant la référence AV-118. – Camille, service client \
                Maison Exemple
                """,
            context: context(.french, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "negative_review",
            text: """
                Hello, thank you for taking the time to share your experience. We’re sorry that it fell short of \
                your expectations, especially regarding delivery times. We would like to understand what happened \
                and find a solution with you: please write to us via the Contact page of our website, quoting \
                reference AV-118. – Camille, Maison Exemple Customer Service
                """,
            context: context(.english, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "human_handoff",
            text: """
                Bonjour, je suis l’assistant automatique de Maison Exemple. Votre demande mérite l’attention d’un \
                conseiller\u{A0}: je la lui transmets avec l’historique de nos échanges, afin que vous n’ayez pas \
                à vous répéter. Il vous répondra du lundi au vendredi, de 9\u{A0}h à 18\u{A0}h.
                """,
            context: context(.french, .private)
        ),
        ReplySample(
            name: "human_handoff",
            text: """
                Hello, I’m Maison Exemple’s automated assistant. Your request deserves an adviser’s attention: I’m \
                passing it on together with our conversation so far, so you won’t have to repeat yourself. They \
                will reply Monday to Friday, from 9 am to 6 pm.
                """,
            context: context(.english, .private)
        ),
        ReplySample(
            name: "insult_reply",
            text: """
                Bonjour, nous comprenons que la situation puisse être agaçante et nous souhaitons vous aider. Nous \
                vous remercions de rester courtois afin que l’échange demeure agréable pour tous. Écrivez-nous en \
                message privé en précisant votre demande. – Camille, Maison Exemple
                """,
            context: context(.french, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "insult_reply",
            text: """
                Hello, we understand that the situation may be frustrating and we would like to help. Please keep \
                the conversation courteous so that it remains pleasant for everyone. Send us a private message \
                explaining your request. – Camille, Maison Exemple
                """,
            context: context(.english, .public, isDissatisfied: true)
        ),
        ReplySample(
            name: "clarify",
            text: """
                Bonjour, merci de votre message. Pour vous répondre avec précision, pourriez-vous nous indiquer \
                s’il s’agit d’une commande, d’un retour ou d’une question sur un produit\u{202F}?
                Bien cordialement,
                L’équipe Maison Exemple
                """,
            context: context(.french, .private)
        ),
        ReplySample(
            name: "clarify",
            text: """
                Hello, thank you for your message. So that we can give you an accurate answer, could you tell us \
                whether it concerns an order, a return or a product question?
                Kind regards,
                The Maison Exemple team
                """,
            context: context(.english, .private)
        ),
        ReplySample(
            name: "late_delivery (tu)",
            text: """
                Salut Léo, désolés pour l’attente\u{202F}! Peux-tu nous envoyer ton numéro de commande en message \
                privé\u{202F}? On regarde où se trouve ton colis et on te répond dans la journée. – Camille, \
                Maison Exemple
                """,
            context: context(.french, .public, register: .tu)
        ),
    ]
}
