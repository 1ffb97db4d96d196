/// What a word does in a sentence, as far as scope and scoring need to know.
struct GrammarRole: OptionSet, Sendable {
    let rawValue: UInt32

    /// Negates what stands around it: *pas*, *never*.
    static let negator = GrammarRole(rawValue: 1)
    /// Contradicts the clause before it: *mais*, *but*.
    static let contrast = GrammarRole(rawValue: 1 << 1)
    /// Ability and knowledge: negated, it is the means that fails, not the wish: « je n'arrive pas à me connecter ».
    static let ability = GrammarRole(rawValue: 1 << 2)
    static let intensifier = GrammarRole(rawValue: 1 << 3)
    static let diminisher = GrammarRole(rawValue: 1 << 4)
    /// Too common to be evidence or the target of a correction.
    static let function = GrammarRole(rawValue: 1 << 5)
    /// Left out before matching: *ne*, *s'il vous plaît*.
    static let transparent = GrammarRole(rawValue: 1 << 6)
    /// Opens a clause of its own when a verb follows: *et*, *and*.
    static let coordinator = GrammarRole(rawValue: 1 << 7)
    /// Interrogative: *où*, *combien*, *when*.
    static let question = GrammarRole(rawValue: 1 << 8)
    /// Wishing, obliging, future: a threat under it survives negation.
    static let modal = GrammarRole(rawValue: 1 << 9)
    /// Greeting: stripped from the start of a message before `^` is tried.
    static let greeting = GrammarRole(rawValue: 1 << 10)
    /// A sequence to rewrite may start here.
    static let startsRewrite = GrammarRole(rawValue: 1 << 11)
    /// Known to be a word: never corrected into another.
    static let known = GrammarRole(rawValue: 1 << 12)
    /// Subject or auxiliary that opens a clause of its own after *et*, *and*.
    static let subject = GrammarRole(rawValue: 1 << 13)
    /// Negates only with *ne* before it or at the end: *plus*, *personne*, *point*.
    static let weakNegator = GrammarRole(rawValue: 1 << 14)
    /// Names a month, a span of time or a day: an entity may stand here without digits.
    static let calendar = GrammarRole(rawValue: 1 << 15)
    /// Wishing: negated, what follows is not wanted: « je ne veux pas annuler ».
    static let volition = GrammarRole(rawValue: 1 << 16)
    /// Asks somebody to do or to say something: *pouvez*, *voudrais*, *could*.
    static let request = GrammarRole(rawValue: 1 << 17)
    /// A subject pronoun: where one follows a negated verb, something new is said.
    static let pronoun = GrammarRole(rawValue: 1 << 18)
    /// Rewritten by itself: shorthand.
    static let shorthand = GrammarRole(rawValue: 1 << 20)
    /// The second word of a sequence to rewrite.
    static let continuesRewrite = GrammarRole(rawValue: 1 << 21)
    /// Used by an author of rules.
    static let vocabulary = GrammarRole(rawValue: 1 << 19)
    /// Leans on the word behind it, to which it is often joined in haste: *le*, *mon*, *the*. None that begins words of its language,
    /// as *de*, *sur* or *in* do.
    static let proclitic = GrammarRole(rawValue: 1 << 23)
    /// Used by rules that accuse whoever wrote, of hate, of an insult, of a threat, and by no intent.
    static let accusing = GrammarRole(rawValue: 1 << 22)
}

/// Grammatical words per language, folded.
enum Grammar {
    static func words(of language: Language) -> [(GrammarRole, String)] {
        switch language {
        case .french: french
        case .english: english
        case .other, .undetermined: []
        }
    }

    private static let french: [(GrammarRole, String)] = [
        (.negator, "pas plus jamais rien aucun aucune personne ni sans guere nullement point"),
        (.contrast, "mais pourtant cependant toutefois neanmoins sauf hormis"),
        (
            .ability,
            """
            peux peut pouvez pouvons pouvais pouvait pourrais pu arrive arrivais arrivait reussis reussit reussi reussir parviens parvient parvenu
            sais sait savais trouve trouves trouvons trouver trouvais comprends comprend comprenons vois voit possible capable moyen souviens rappelle
            """
        ),
        (
            .intensifier,
            "tres trop vraiment tellement si super hyper ultra extremement totalement completement absolument particulierement fort carrement"
        ),
        (.diminisher, "peu assez plutot moyennement legerement presque relativement"),
        (
            .function,
            """
            le la les l un une des du de d au aux et ou ni que qui quoi dont je j tu il elle on nous vous ils elles me te se lui leur leurs y en
            mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela ca c est es sommes etes sont etait etais etaient sera
            serai seront serait ete etre avoir ai as a avons avez ont avait avais aurait aurai aura eu par pour avec sur sous dans chez entre
            vers depuis pendant avant apres comme si alors puis donc car tres trop
            """
        ),
        (
            .proclitic,
            """
            le la les un une du au aux je tu il elle on nous vous ils elles se mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
            ce cet cette ces que qui avec dans chez pas
            """
        ),
        (.transparent, "ne n"),
        (.coordinator, "et puis ensuite"),
        (.question, "ou comment combien quand pourquoi quel quelle quels quelles qui quoi"),
        (.modal, "voudrais aimerais devrai devrions obligee oblige obliges contraint contrainte force forcee faudra hesiterai hesiterons"),
        (.volition, "veux veut voulez voulons voulais souhaite souhaitons souhaitais desire"),
        (.request, "pouvez pourriez pourrais puis voudrais aimerais faudrait besoin veuillez auriez"),
        (.subject, "je j on nous vous il elle ils elles pouvez pourriez puis est sont faut voulez"),
        (.pronoun, "je j tu il elle on ils elles"),
        (.weakNegator, "plus personne point"),
        (.greeting, "bonjour bonsoir salut coucou hello hi hey bjr slt madame monsieur messieurs rebonjour"),
    ]

    private static let english: [(GrammarRole, String)] = [
        (
            .function,
            """
            the a an and or of at by for with about to from in on off as if so i me my we us our you your he him his she her it its they them
            their this that these those am is are was were be been being have has had do does did will would can could should shall may
            might must very too
            """
        ),
        (.proclitic, "the my our your his her its their this that these those i we you they she it with and not"),
        (.negator, "not never no nothing nobody none without hardly barely neither nor"),
        (.contrast, "but however although though except yet"),
        (.ability, "can could able know find see figure remember manage possible understand way idea"),
        (.intensifier, "very so too really extremely totally completely absolutely super incredibly highly truly quite"),
        (.diminisher, "little somewhat slightly rather almost fairly kinda"),
        (.coordinator, "and also then"),
        (.question, "where how when why what which who whose"),
        (.modal, "forced obliged hesitate rather"),
        (.volition, "want wanted wish like"),
        (.request, "can could would please"),
        (.pronoun, "i we you he she they"),
        (.subject, "i we you he she they can could is are do does would will"),
        (.greeting, "hello hi hey dear morning afternoon evening bonjour"),
    ]
}
