/// The small words that give a language away, in folded form.
///
/// A word listed for several languages counts less for each of them; see `LanguageEvidence`.
enum FunctionWords {
    static let byLane: [(LanguageScores.Lane, String)] = [
        (.french, french), (.english, english), (.spanish, spanish), (.german, german), (.italian, italian),
        (.portuguese, portuguese), (.dutch, dutch),
    ]

    private static let french = """
        le la les un une des du de au aux et ou ni mais donc car que qui quoi dont je tu il elle on nous vous ils elles me te se lui leur
        leurs y en mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela ca c est suis es sommes etes sont etait etais
        etaient sera serai seront serait ete etre avoir ai as a avons avez ont avait avais aurait aurai aura auriez eu fait faire fais font
        pas plus jamais rien aucun aucune personne sans avec pour par sur sous dans chez entre vers depuis pendant avant apres apr tres
        trop peu beaucoup bien mal aussi encore deja toujours souvent quand comment pourquoi combien ou quel quelle quels quelles comme si
        alors puis ensuite enfin voila voici ici merci bonjour bonsoir salut svp stp oui non peut peux pouvez pourriez puis pourrais peuvent
        veux veut voulez voudrais voulais souhaite souhaiterais aimerais aimerai doit dois devez devait faut fallait falloir vais va vas
        allez vont aller viens vient venez dire dit dites savoir sais sait savez voir vu mettre mis prendre pris recu recevoir recevrai
        cordialement monsieur madame hier demain aujourd'hui maintenant jour jours semaine semaines mois heure heures fois chose tout
        tous toute toutes meme memes autre autres chaque plusieurs quelque quelques j l d n s m t qu jusqu lorsqu puisqu quoiqu jusque lorsque
        parce afin malgre selon grace lors cependant pourtant quelqu'un moi toi soi eux celui celle ceux celles ceci dessous dessus
        marche arrive arrivee attends attend besoin envie possible problemes souci soucis rien moins mieux franchement vraiment
        """

    private static let english = """
        the a an and or but nor so yet if of at by for with about against between into through during before after above below to from up
        down in out on off over under again further then once here there when where why how all any both each few more most other some
        such no not only own same than too very can will just don should now i me my myself we our ours you your yours he him his she her
        it its they them their what which who whom this that these those am is are was were be been being have has had having do does did
        doing would could ought might must shall hi hello hey thanks thank please pls thx yes yeah sorry dear regards sir madam
        want wanted need needed get got getting give make made know think like see look help let tell told said say asked ask
        still yet never ever always today tomorrow yesterday week weeks day days month months time times because while until
        im ive id dont doesnt didnt cant wont isnt wasnt havent youre theyre thats whats
        s t ll ve re m d u ur it's i'm i've don't didn't doesn't can't won't isn't wasn't haven't you're they're that's what's
        anyone someone anything something nothing everything much many lot really also well good great back way new any how's where's
        """

    private static let spanish = """
        el los las una unos unas del al y o pero porque que quien cual donde cuando como yo tu usted ustedes nosotros ellos ellas mi mis su sus
        nuestro nuestra este esta estos estas ese esa eso aquel es son soy eres somos estoy estan estaba era fue ser estar he ha han hay
        tengo tiene tienen hacer hace hizo puede puedo pueden quiero quiere muy mas menos bien mal no si tambien ya todavia nunca siempre
        con sin para por sobre entre desde hasta hola gracias buenos buenas dias tardes noches favor pedido paquete envio ayuda cuenta
        todo todos nada algo alguien otro otra mismo hoy manana ayer semana dia dias necesito recibido llegado
        """

    private static let german = """
        der die das ein eine einen einem einer des dem den und oder aber weil dass ob wenn als wie wo wer was warum ich du er sie es wir ihr
        mich dich sich uns euch mir dir ihm ihnen mein meine meinen meinem meiner dein sein unser euer ist sind bin bist war waren sein
        gewesen habe hat haben hatte wird werden wurde kann konnen konnte muss will mochte mochten soll nicht kein keine keinen noch schon
        immer sehr auch nur mit ohne fur von zu zum zur bei nach aus uber unter auf in im an am seit bis hallo danke bitte guten tag morgen
        abend bestellung paket lieferung rechnung konto heute gestern woche tage sehr gern vielen dank geehrte warte erhalten bekommen
        """

    private static let italian = """
        il lo gli uno una del dello della dei degli delle al allo alla ai agli alle dal dalla nel nella sul sulla e o ma perche che chi cui
        dove quando come io tu lui lei noi voi loro mi ti ci vi si mio mia miei mie tuo suo sua nostro vostro questo questa questi queste
        quello quella sono sei siamo siete era essere avere ho hai ha abbiamo hanno aveva fatto fare posso puo puoi potete vorrei voglio
        devo deve non piu molto anche ancora gia mai sempre con senza per tra fra da di su ciao grazie buongiorno buonasera prego ordine
        pacco spedizione conto oggi ieri domani settimana giorno giorni arrivato ricevuto aiuto tutto tutti niente qualcosa salve
        """

    private static let portuguese = """
        o os um uma uns umas do da dos das no na nos nas ao aos e ou mas porque que quem qual onde quando como eu voce voces ele ela nos eles
        elas meu minha meus minhas seu sua seus suas nosso nossa este esta isto esse essa isso aquele sou somos sao estou esta estao
        estava era foi ser estar tenho tem tinha fazer faz feito posso pode podem quero quer muito mais menos bem nao sim tambem ja
        ainda nunca sempre com sem para por pelo pela sobre entre desde ate ola obrigado obrigada bom boa dia tarde noite favor pedido
        encomenda envio conta hoje ontem amanha semana dias recebi chegou preciso ajuda tudo nada algo alguem
        """

    private static let dutch = """
        de het een en of maar want dat die dit deze wat wie waar wanneer waarom hoe ik jij je u hij zij ze wij we jullie mij me jou hem haar
        ons hun mijn jouw uw zijn onze is ben bent was waren geweest heb hebt heeft hebben had kan kunnen kon moet moeten wil willen wordt
        worden niet geen nog al altijd nooit ook heel erg met zonder voor van naar bij op in aan uit over onder tot sinds hallo dank bedankt
        graag goedemorgen goedendag bestelling pakket levering rekening vandaag gisteren morgen week dagen ontvangen alstublieft
        alles niets iets iemand er hier daar nu toch dan als om te
        """
}
