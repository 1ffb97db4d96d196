import IntentEngine
import Testing

@testable import Desk

struct FrenchTypographyTests {
    static let marks: [RuleCase] = [
        .bad("F01", "Merci !", " !"),
        .bad("F01", "Merci! Quand\u{A0}?", "!", "\u{A0}?"),
        .bad("F01", "Merci\u{202F}; à bientôt ; merci.", " ;"),
        .bad("F01", "Voir https://exemple.fr/a?b!", "!"),
        .bad("F01", "« Suivi »?", "?"),
        .bad("F01", "Vraiment…?", "?"),
        .bad("F01", "Merci\u{202F}!", "\u{202F}!", in: .french.with { $0.typography = .nbspOnly }),
        .bad("F01", "Merci\u{A0}!", "\u{A0}!", in: .sms),
        .bad("F01", "Merci !", " !", in: .french.with { $0.typography = .eu }),
        .good("F01", "Merci\u{202F}! (Vraiment\u{202F}?) Bien (!) sûr."),
        .good("F01", "https://exemple.fr/suivi?id=1;2 et merci ;)"),
        .good("F01", "Merci\u{A0}!", in: .french.with { $0.typography = .nbspOnly }),
        .good("F01", "Merci ! Quand ?", in: .sms),
        .good("F01", "Merci! Quand?", in: .french.with { $0.typography = .canadian }),

        .bad("F02", "Bonjour : merci", " :"),
        .bad("F02", "Montant: 12\u{A0}€", ":"),
        .bad("F02", "La référence (complète)\u{202F}: A1", "\u{202F}:"),
        .bad("F02", "Voici :49", " :"),
        .good("F02", "Bonjour\u{A0}: merci. De 12:30 à 13:00. https://exemple.fr:8080/a. Merci :) :-) :D"),
        .good("F02", "Bonjour: merci", in: .french.with { $0.typography = .eu }),
        .good("F02", "Bonjour : merci", in: .sms),
        .good("F02", "Format\u{A0}: AB::CD"),

        .bad("F03", "«suivi»", "«", "»"),
        .bad("F03", "« suivi »", "« ", " »"),
        .bad("F03", "«\u{A0}lire « ceci\u{A0}» vite\u{A0}»", "« "),
        .good("F03", "«\u{A0}lire «\u{A0}ceci\u{A0}» vite\u{A0}»"),
        .good("F03", "« suivi »", in: .sms),

        .bad("F04", "le \"suivi\"", "\"suivi\""),
        .bad("F04", "le “suivi” et \"ça", "“suivi”", "\""),
        .bad("F04", "le \" suivi \" ici", "\" suivi \""),
        .good("F04", "«\u{A0}lire “ceci” vite\u{A0}»"),
        .good("F04", "le \"suivi\"", in: .sms),

        .bad("F05", "l'équipe d`Anne", "'", "`"),
        .bad("F05", "l'«\u{A0}article\u{A0}»", "'"),
        .good("F05", "l’équipe, 5'10, https://exemple.fr/l'a"),
        .good("F05", "l'équipe", in: .sms),

        .bad("F12", "Merci . Bonjour , oui …", " .", " ,", " …"),
        .bad("F12", "«\u{A0}oui\u{A0}» .", " ."),
        .good("F12", "Merci. «\u{A0}…\u{A0}» (…) Un prix de .5 et 1,5."),

        .bad("F13", "Bonjour,merci", ",m"),
        .bad("F13", "Voici:lire. Merci.Bonne journée.", ":l", ".B"),
        .good("F13", "Bonjour, merci. 1,5 et 12:30. https://a.fr:80/x,y S.A.R.L. facture.PDF :D"),

        .bad("F14", "Nous  vous", "  "),
        .bad("F14", "Nous\u{A0} vous", "\u{A0} "),
        .good("F14", "Nous vous\n  - retour"),

        .bad("F15", "Bien sûr...", "..."),
        .bad("F15", "journée..", ".."),
        .bad("F15", "Bien sûr….", "…."),
        .good("F15", "Bien sûr…"),
        .good("F15", "Bien sûr...", in: .sms),

        .bad("F16", "Merci !!", "!!"),
        .bad("F16", "Vraiment\u{202F}?! Oui\u{202F}! !", "?!", "! !"),
        .good("F16", "Merci\u{202F}! Vraiment\u{202F}?"),

        .bad("F26", "Merci - à bientôt", "-"),
        .good("F26", "- retour\n- échange\nC’est-à-dire – merci."),
        .good("F26", "Merci - à bientôt", in: .sms),
    ]

    static let figures: [RuleCase] = [
        .bad("F06", "49.90 €", "49.90 €"),
        .bad("F06", "49,90€ ou 50 €", "49,90€", "50 €"),
        .bad("F06", "€49.90 puis 12€50", "€49.90", "12€50"),
        .bad("F06", "49.90 euros", "49.90"),
        .good("F06", "49,90\u{A0}€, 1\u{202F}234,56\u{A0}€ et 49,90 euros"),
        .good("F06", "49,90 €", in: .sms),

        .bad("F07", "1 234,56\u{A0}€", "1 234,56"),
        .bad("F07", "12,345.60\u{A0}€ et 1.234\u{A0}€", "12,345.60", "1.234"),
        .good("F07", "1\u{202F}234,56\u{A0}€, le 12 345, 1234\u{A0}€"),

        .bad("F08", "10 %", "10 %"),
        .bad("F08", "10% de 5kg à 3 cm", "10%", "5kg", "3 cm"),
        .good("F08", "10\u{A0}%, A10km, 5 kilos, 3 cmx"),

        .bad("F09", "à 14h30", "14h30"),
        .bad("F09", "de 9 h à 18:00, sous 48h", "9 h", "18:00", "48h"),
        .bad("F09", "à 9\u{A0}H", "9\u{A0}H"),
        .good("F09", "à 14\u{A0}h\u{A0}30, de 9\u{A0}h à 18\u{A0}h, 24\u{A0}h/24, 3 heures, 16:9"),

        .bad("F10", "le 1 mars", "1 mars"),
        .bad("F10", "le 01 Avril", "01 Avril"),
        .good("F10", "le 1er\u{A0}mars, le 11 mars, le 21 avril, 1 article"),

        .bad("F11", "le Lundi", "Lundi"),
        .bad("F11", "du Lundi au Vendredi, le 3 Mars, en Avril", "Lundi", "Vendredi", "Mars", "Avril"),
        .good("F11", "Lundi, nous ouvrons. Bonjour Avril, merci. Le Journal du Dimanche. Le Vendredi saint."),

        .bad("F22", "commande N°48213", "N°"),
        .bad("F22", "commande n°48213, n° 5, #48213, no 48", "n°", "n° ", "#", "no "),
        .good("F22", "commande n°\u{A0}48213. N°\u{A0}de suivi. #merci #2"),

        .bad("F23", "01.99.00.12.34", "01.99.00.12.34"),
        .bad("F23", "au 01 99 00 12 34 ou +33199001234", "01 99 00 12 34", "+33199001234"),
        .bad("F23", "au 0199001234", "0199001234"),
        .good("F23", "01\u{A0}99\u{A0}00\u{A0}12\u{A0}34, +33\u{A0}1\u{A0}99\u{A0}00\u{A0}12\u{A0}34"),
        .good("F23", "commande 0199001234, 01 99 00 12 34 56, 2024-01-99-00-12-34"),

        .bad("F29", "le 2ème envoi", "2ème"),
        .bad("F29", "la 1ère, les 3èmes, le 4è, le 2 ème", "1ère", "3èmes", "4è", "2 ème"),
        .good("F29", "le 2e envoi, la 1re, le 1er, la 2nde"),
    ]

    static let words: [RuleCase] = [
        .bad("F17", "de tout coeur", "coeur"),
        .bad("F17", "Oeuvrer, NOEUDS, ex aequo", "Oeuvrer", "NOEUDS", "aequo"),
        .good("F17", "de tout cœur, coexister, moelle, poêle, coefficient"),

        .bad("F18", "A bientôt", "A"),
        .bad("F18", "Equipe et Etat. EQUIPE. Ca va. A votre écoute.", "Equipe", "Etat", "EQUIPE", "Ca", "A"),
        .good("F18", "À bientôt. Équipe. A été livré. Eric. Ça. Catégorie A votée."),

        .bad("F19", "que il soit", "que il"),
        .bad("F19", "si il vient, lorsque elle vient, jusque à", "si il", "lorsque elle", "jusque à"),
        .bad(
            "F19", "le avis de Anne, la heure, ne hésitez pas, je ai", "le avis", "de Anne", "la heure", "ne hésitez",
            "je ai"),
        .bad("F19", "ce est, je y vais, de un article, de huile", "ce est", "je y", "de un", "de huile"),
        .good("F19", "le hasard, la hausse, le héros, le onze, la hotte, de huit, le haut, que oui, la Hongrie"),
        .good(
            "F19", "le ou la, envoyez-la à nous, là où, de A à Z, de un à dix, la une, le yaourt, de Harvard, le ERP"),
        .good("F19", "l’héroïne, l’heure, l’haleine, l’harmonie, s’il, qu’on, aussi il, presque à, ceci est"),

        .bad("F20", "Pouvez vous préciser\u{202F}?", "Pouvez vous"),
        .bad("F20", "Quand a t-il répondu\u{202F}? Y a-t'il une erreur\u{202F}?", "a t-il", "a-t'il"),
        .bad("F20", "Est ce que cela convient\u{202F}?", "Est ce"),
        .bad("F20", "Peux tu préciser\u{202F}?", "Peux tu", in: .familiar),
        .good("F20", "Pouvez-vous préciser\u{202F}? Quand a-t-il répondu\u{202F}?"),
        .good(
            "F20", "Si vous pouvez vous connecter, pourriez-vous essayer\u{202F}? Vous avez vous-même écrit\u{202F}?"),
        .good("F20", "Nous savons que vous pouvez vous déplacer. C’est ce que vous vouliez\u{202F}?"),

        .bad("F21", "Bonjour Mr Durand", "Mr"),
        .bad("F21", "Mlle Petit, Mme. Roux, M. Durand, Mme Leroy", "Mlle", "Mme.", "M. Durand", "Mme Leroy"),
        .good("F21", "Bonjour M.\u{A0}Durand, Mme\u{A0}Leroy, merci Monsieur. Votre demande."),
        .good("F21", "Bonjour M. Durand", in: .sms),

        .bad("F27", "Répondez svp", "svp"),
        .bad("F27", "un pb de RDV", "pb", "RDV"),
        .good("F27", "s’il vous plaît, un problème de rendez-vous, https://exemple.fr/rdv"),

        .bad("F30", "merci de votre message", "merci", "message"),
        .bad("F30", "Merci. nous répondons.", "nous"),
        .bad("F30", "Bonjour Mme\u{A0}Petit,\nmerci de votre message.", "merci"),
        .good("F30", "Bonjour,\nMerci de votre message.\nBien cordialement,\nL’équipe Maison Exemple"),
        .good("F30", "Merci. – Camille, Maison Exemple"),
        .good("F30", "Il faut\u{A0}:\n- une photo\n- la facture\nBonne journée"),
        .good("F30", "Merci de lire la rubrique «\u{A0}Suivi\u{202F}? Retour\u{A0}» sur exemple.fr"),
        .good("F30", "M.\u{A0}Durand vous répondra. Voir p. ex. la page 3. Merci\u{202F}! 😊"),
        .good("F30", "Merci de votre message\net de votre patience. iDéal est accepté."),
    ]

    @Test(arguments: marks)
    func `Marks have their spaces and their form`(_ example: RuleCase) { example.verify() }

    @Test(arguments: figures)
    func `Figures, times and numbers have their form`(_ example: RuleCase) { example.verify() }

    @Test(arguments: words)
    func `Words, names and sentences have their form`(_ example: RuleCase) { example.verify() }
}
