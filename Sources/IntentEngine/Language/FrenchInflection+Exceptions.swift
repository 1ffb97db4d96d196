extension FrenchInflection {
    /// Words that keep one form, or whose inflected forms would be other words.
    static let invariable = words(
        """
        colis avis prix mois fois temps pas plus très dans sans vos nos mes tes ses les des ces toujours jamais après frais bras cas
        accès procès succès excès cours corps poids choix voix croix dos bas hélas alors ailleurs dessus dessous moins sous vers
        devis relais souris tapis repas trois cinq six sept huit neuf dix onze quinze vingt trente cent mille rien tout tous
        avec pour par sur entre chez mais donc comme quand combien comment pourquoi lequel laquelle lesquels quel quelle quels
        quelles qui que quoi dont chaque plusieurs aucun aucune quelque quelques aussi encore déjà trop assez peu beaucoup mieux
        bien mal vite ici cela ceci celui celle ceux celles nous vous leur leurs notre votre mon ton son elle elles lui eux ils
        mai moi toi soi foi fil somme suit plu sou été faut fuit boit vaut
        merci bonjour bonsoir salut hier demain aujourd'hui maintenant bientôt ensuite enfin puis depuis pendant avant
        """)

    static let nounsInEr = words(
        """
        hier mer hiver fer ver courrier papier atelier métier panier calendrier loyer danger chantier dossier quartier escalier
        cahier clavier janvier février fichier foyer super enfer acier palier cellier grossier sentier mobilier immobilier courtier
        plombier banquier pompier boulanger boucher huissier amer cancer leader manager cuillère setter poster flyer sticker
        newsletter master charter corner docker player reporter designer parser tiers soulier collier cendrier
        """)

    static let adjectivesInEr = words(
        """
        premier dernier cher léger entier régulier particulier étranger financier familier singulier policier ouvrier infirmier
        cuisinier routier passager conseiller postier bancaire
        """)

    static let nounsInIr = words("plaisir loisir avenir cuir désir souvenir soir noir saphir elixir martyr")

    static let nounsInRe = words("ordre cendre gendre désordre scaphandre coriandre")

    /// Masculine nouns whose feminine would be another word: *port/porte*, *point/pointe*.
    static let masculineOnly = words(
        "port point part pot mont vent pont dent cent mot lot art sort bord coût goût août lit toit bout post mandat essai")

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
