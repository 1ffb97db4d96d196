import Testing

@testable import IntentEngine

@Suite("Inflection")
struct InflectionTests {
    @Test(
        "a French word brings its ordinary forms",
        arguments: [
            ("commande", ["commandes"]), ("colis", ["colis"]),
            ("annuler", ["annule", "annulez", "annulé", "annulée", "annulerai", "annulait"]),
            ("livré", ["livrée", "livrés", "livrées", "livrer", "livrez"]), ("reçu", ["reçue", "reçus", "reçut"]),
            ("recevoir", ["reçois", "reçu", "recevrai"]),
            ("changer", ["changeons", "changeait", "changé"]), ("appeler", ["appelle", "appelé"]), ("payer", ["paie", "payé", "paye"]),
            ("attendre", ["attends", "attendu", "attendait", "attendez"]), ("choisir", ["choisis", "choisi", "choisissez"]),
            ("journal", ["journaux"]),
            ("nouveau", ["nouvelle", "nouveaux"]), ("défectueux", ["défectueuse"]), ("content", ["contente", "contents", "contentes"]),
            ("premier", ["première", "premiers"]), ("envoyer", ["envoie", "enverrez", "envoyé"]), ("annulez", ["annuler", "annulé"]),
            ("articles", ["article"]), ("cadeau", ["cadeaux"]), ("ouvert", ["ouverte", "ouverts"]), ("produit", ["produits"]),
        ])
    func frenchForms(_ word: String, _ expected: [String]) {
        let forms = Set(FrenchInflection.forms(of: word))
        #expect(forms.contains(word))
        #expect(forms.isSuperset(of: expected), "\(forms.sorted())")
    }

    @Test(
        "a French word does not bring another word's forms",
        arguments: [
            ("suivre", ["suis"]),
            ("livre", ["livrer", "livré"]), ("port", ["porte"]), ("devis", ["devoir", "devais"]), ("courrier", ["courre", "courrie"]),
            ("point", ["pointe"]),
            ("avis", ["aviser"]), ("frais", ["fraise", "fraiche"]), ("merci", ["mercie"]), ("commande", ["commander", "commandez"]),
            ("poste", ["poster"]), ("mai", ["mais"]), ("moi", ["mois"]), ("devoir", ["dû"]), ("entrée", ["entre"]), ("pendre", ["pendant"]),
            ("somme", ["sommes"]), ("suit", ["suite"]), ("plu", ["plus"]), ("été", ["êtes", "étés"]), ("faut", ["faute"]),
            ("essai", ["essaie"]),
        ])
    func frenchExclusions(_ word: String, _ others: [String]) {
        #expect(Set(FrenchInflection.forms(of: word)).isDisjoint(with: others))
    }

    @Test(
        "an English word brings its ordinary forms",
        arguments: [
            ("order", ["orders", "ordered", "ordering"]), ("delivery", ["deliveries"]),
            ("cancel", ["cancelled", "canceled", "cancelling"]), ("ship", ["ships", "shipped", "shipping"]),
            ("charge", ["charged", "charging"]), ("charged", ["charge", "charges"]), ("sent", ["send", "sending"]),
            ("refunds", ["refund", "refunded"]), ("noted", ["note"]), ("shipped", ["ship"]), ("visited", ["visit"]), ("showed", ["show"]),
            ("returning", ["return", "returned"]), ("colour", ["color"]), ("apologise", ["apologize", "apologized"]),
            ("was", ["is", "were"]), ("boxes", ["box"]), ("cheap", ["cheaper", "cheapest"]), ("nice", ["nicer", "nicest"]),
            ("messy", ["messier", "messiest"]), ("big", ["biggest"]), ("slim", ["slimmer"]), ("cool", ["coolest"]),
        ])
    func englishForms(_ word: String, _ expected: [String]) {
        #expect(Set(EnglishInflection.forms(of: word)).isSuperset(of: expected + [word]), "\(EnglishInflection.forms(of: word))")
    }

    @Test(
        "an English word does not bring another word's forms",
        arguments: [
            ("news", ["new"]), ("during", ["dure"]), ("his", ["hi"]), ("nothing", ["noth"]), ("charge", ["charger", "chargest"]),
            ("clean", ["cleaner"]), ("cool", ["cooler"]), ("dim", ["dimmer"]), ("late", ["later", "latest"]), ("earn", ["earnest"]),
            ("long", ["longer"]),
            ("noted", ["not"]), ("rated", ["rat"]), ("caring", ["car"]), ("added", ["ad"]), ("rat", ["rated", "rating"]),
        ])
    func englishExclusions(_ word: String, _ others: [String]) {
        #expect(Set(EnglishInflection.forms(of: word)).isDisjoint(with: others))
    }
}
