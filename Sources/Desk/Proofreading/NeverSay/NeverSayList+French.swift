extension NeverSayList {
    /// Language study § 6.2, French column, with the inflections people write.
    static let french: [NeverSayClass: [NeverSayEntry]] = [
        .blame: [
            NeverSayEntry("vous auriez|aviez du", "dire le fait : « Le formulaire demande… »"),
            NeverSayEntry("vous n'avez pas", "dire le fait : « Nous n’avons pas reçu… »"),
            NeverSayEntry("votre faute", "dire le fait"),
            NeverSayEntry("vous vous trompez", "dire le fait"),
            NeverSayEntry("vous avez tort", "dire le fait"),
            NeverSayEntry("vous auriez pu", "dire le fait"),
            NeverSayEntry("comme indique|precise|explique|dit", "redire l’information"),
            NeverSayEntry(
                "comme je|nous vous|te l' ai|avons ?deja dit|indique|explique|precise", "redire l’information"),
            NeverSayEntry("relisez", "redire l’information"),
            NeverSayEntry("si vous aviez lu", "redire l’information"),
        ],
        .order: [
            NeverSayEntry("calmez vous", "Nous comprenons votre agacement."),
            NeverSayEntry("vous devez", "il vous suffit de"),
            NeverSayEntry("il faut que vous", "pourriez-vous"),
            NeverSayEntry("il vous faut", "il vous suffit de"),
            NeverSayEntry("vous etes prie|priee|pries|priees de", "pourriez-vous"),
            NeverSayEntry("veuillez", "pourriez-vous", .secondTime),
        ],
        .liability: [
            NeverSayEntry("notre faute", "regretter l’expérience et annoncer une vérification"),
            NeverSayEntry("nous reconnaissons", "nous comprenons"),
            NeverSayEntry("nous admettons", "nous comprenons"),
            NeverSayEntry("nous sommes ?entierement|pleinement|seuls responsables", "regretter l’expérience"),
            NeverSayEntry("defaut|defauts de fabrication", "ce que vous signalez"),
            NeverSayEntry("vice|vices cache|caches", "ce que vous signalez"),
            NeverSayEntry("erreur|erreurs de notre part", "ce que vous signalez"),
            NeverSayEntry("notre erreur", "ce que vous signalez"),
            NeverSayEntry("nous ?vous garantissons", "nous vérifions"),
            NeverSayEntry(
                "nous nous engageons a ?vous|te indemniser|rembourser|dedommager", "nous étudions votre demande"),
            NeverSayEntry("nous ?vous|te indemniserons|dedommagerons", "nous étudions votre demande"),
        ],
        .promise: [
            NeverSayEntry("rembours* immediatement", "« votre demande est transmise »"),
            NeverSayEntry("rembours* des aujourd'hui", "« votre demande est transmise »"),
            NeverSayEntry("rembours* sans delai", "« votre demande est transmise »"),
            NeverSayEntry("remboursement immediat", "« votre demande est transmise »"),
            NeverSayEntry("bon|bons d' achat|achats", "attendre l’accord d’un responsable"),
            NeverSayEntry("geste|gestes commercial|commerciaux", "attendre l’accord d’un responsable"),
            NeverSayEntry("gratuit|gratuits|gratuite|gratuites|gratuitement", "« sans frais », si le barème le dit"),
            NeverSayEntry("offert|offerts|offerte|offertes", "attendre l’accord d’un responsable"),
            NeverSayEntry("des demain", "un jour que le système confirme"),
            NeverSayEntry("sans faute", "un jour que le système confirme"),
            NeverSayEntry("100 %", "un chiffre exact"),
            NeverSayEntry("cent pour cent", "un chiffre exact"),
        ],
        .vagueDelay: [
            NeverSayEntry("dans les plus brefs|bref delais", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("dans les meilleurs delais", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("des que possible", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("au plus vite|tot", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry(
                "le plus vite|tot|rapidement possible", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("tres vite", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("rapidement", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("tres rapidement", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("prochainement", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("incessamment", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
            NeverSayEntry("sous peu", "« d’ici jeudi », « sous 2 jours ouvrés »", .withoutTerm),
        ],
        .minimising: [
            NeverSayEntry("ce n'est pas ?si|bien grave", "Nous comprenons votre déception."),
            NeverSayEntry("ce n'est qu' un|une", "Nous comprenons votre déception."),
            NeverSayEntry("pas de souci|soucis|probleme", "« C’est noté. »"),
            NeverSayEntry("pas de panique", "« Nous nous en occupons. »"),
            NeverSayEntry("il suffisait de", "« Il vous suffit de… »"),
            NeverSayEntry("il suffisait d'", "« Il vous suffit de… »"),
        ],
        .bureaucratic: [
            NeverSayEntry("suite a votre|ton mail|e|email|courriel|message|appel|demande", "Merci de votre message."),
            NeverSayEntry("nous accusons bonne reception", "Nous avons bien reçu"),
            NeverSayEntry("veuillez trouver ci joint|jointe|joints|jointes", "Vous trouverez ci-joint"),
            NeverSayEntry(
                "conformement a|aux nos|notre|cgv|conditions ?cgv|conditions|politique", "commencer par la réponse",
                .firstSentence),
            NeverSayEntry("ce n'est pas mon|notre service", "« Je transmets votre demande au service concerné. »"),
            NeverSayEntry("c'est la procedure", "dire à quoi sert l’étape"),
        ],
        .cliche: [
            NeverSayEntry("desole|desoles|desolee|desolees pour|de la|cette|toute gene occasionnee", "nommer la gêne"),
            NeverSayEntry("excus* pour|de la|cette|toute gene occasionnee", "nommer la gêne"),
            NeverSayEntry("n' hesitez|hesite ?surtout pas a revenir vers nous", "Nous restons à votre écoute."),
            NeverSayEntry("votre satisfaction est notre priorite", "le montrer par la réponse"),
        ],
        .familiarity: [
            NeverSayEntry("coucou", "Bonjour"),
            NeverSayEntry("bisous|bisou|bises|biz", "Belle journée"),
            NeverSayEntry("lol|mdr|ptdr", "laisser de côté"),
            NeverSayEntry("kikou", "Bonjour"),
        ],
        .sensitive: [
            NeverSayEntry(
                "faute|erreur|negligence du transporteur|livreur|facteur", "« le colis est chez le transporteur »"),
            NeverSayEntry("a cause du transporteur|livreur|facteur", "« le colis est chez le transporteur »"),
            NeverSayEntry("vous souffrez de|d'", "« consultez un professionnel de santé »"),
            NeverSayEntry("votre|ton diagnostic", "« consultez un professionnel de santé »"),
            NeverSayEntry("arretez votre|ton|le traitement", "« consultez un professionnel de santé »"),
            NeverSayEntry("notre|nos avocat|avocats", "« le service compétent »"),
            NeverSayEntry("devant le tribunal|juge", "« le service compétent »"),
            NeverSayEntry("votre|ta plainte est infondee|abusive", "« le service compétent »"),
        ],
        .identity: [
            NeverSayEntry(
                "je suis un|une vrai|vraie personne|humain|humaine", "« Je suis l’assistant automatique de… »"),
            NeverSayEntry("je suis un|une personne reelle", "« Je suis l’assistant automatique de… »"),
            NeverSayEntry("je suis humain|humaine", "« Je suis l’assistant automatique de… »"),
            NeverSayEntry("je suis un|une ?etre humain|humaine", "« Je suis l’assistant automatique de… »"),
            NeverSayEntry("je ne suis pas un robot|bot|automate", "« Je suis l’assistant automatique de… »"),
            // Where no person is at work.
            NeverSayEntry(
                "un|une|votre|notre|nos|le|la|les|des|ce|cette conseiller|conseillers|conseillere|conseilleres|responsable|responsables",
                "ce que l’assistant automatique peut dire lui-même", .unread),
            NeverSayEntry(
                "un|une|votre|notre|nos|le|la|les|des agent|agents|collegue|collegues|interlocuteur|interlocutrice",
                "ce que l’assistant automatique peut dire lui-même", .unread),
            NeverSayEntry("membre|membres de notre|nos|l' equipe|equipes", "ce que l’assistant automatique peut dire lui-même", .unread),
            NeverSayEntry("relu|relue|relus|relues par", "ce que l’assistant automatique peut dire lui-même", .unread),
            NeverSayEntry("personnellement", "ce que l’assistant automatique peut dire lui-même", .unread),
        ],
    ]

    /// Where a phrase of the lists is not what the lists mean: a wish rather than a term, empathy rather than blame.
    static let frenchContexts = [
        "rapidement une|la|cette solution", "vous n'avez pas a", "vous n'avez pas ?encore besoin|recu|pu|obtenu|eu",
        "si vous devez", "qu' il vous faut", "que vous n'avez pas ?encore",
        "100 % coton|laine|lin|soie|recycle|recyclee|recyclable|vegan|bio", "numero|appel gratuit",
        "appel non surtaxe", "vous avez offert", "avez offert", "a offert",
    ]
}
