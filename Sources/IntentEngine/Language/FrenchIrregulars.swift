/// Irregular French verbs and adjectives that customers' messages hold, by any of their forms.
enum FrenchIrregulars {
    /// From the infinitive to all its forms. Participles written alone keep their own, narrower group.
    static let groups: [String: [String]] = {
        var groups: [String: [String]] = [:]
        for line in verbs.split(separator: "\n") {
            let forms = line.split(separator: " ").map(String.init)
            if let infinitive = forms.first { groups[infinitive] = forms }
        }
        for line in participles.split(separator: "\n") {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms { groups[form] = forms }
        }
        return groups
    }()

    static let adjectives: [String: [String]] = {
        var groups: [String: [String]] = [:]
        for line in irregularAdjectives.split(separator: "\n") {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms { groups[form] = forms }
        }
        return groups
    }()

    private static let verbs = """
        être suis es est sommes êtes sont étais était étions étiez étaient été serai sera serons serez seront serais serait seraient seriez soit sois soyez soient étant
        avoir ai as a avons avez ont avais avait avions aviez avaient eu eue aurai aura aurons aurez auront aurais aurait auraient auriez aie ait ayez aient ayant
        aller vais vas va allons allez vont allais allait alliez allaient allé allée allés allées irai ira irons irez iront irais irait iriez aille ailles aillent
        faire fais fait faisons faites font faisais faisait faisiez faisaient faite faits ferai fera ferons ferez feront ferais ferait feriez fasse fassiez faisant
        pouvoir peux peut pouvons pouvez peuvent pouvais pouvait pouviez pouvaient pu pourrai pourra pourrez pourront pourrais pourrait pourriez pourraient puis puisse puissiez
        vouloir veux veut voulons voulez veulent voulais voulait vouliez voulaient voulu voudrai voudra voudrez voudrais voudrait voudriez voudraient veuille veuillez veuillent
        devoir dois doit devons devez doivent devais devait deviez devaient devrai devra devrez devront devrais devrait devriez devraient
        savoir sais sait savons savez savent savais savait saviez savaient su saurai saura saurez saurais saurait sauriez sache sachez
        voir vois voit voyons voyez voient voyais voyait voyaient vu vue vus vues verrai verra verrez verrais verrait
        recevoir reçois reçoit recevons recevez reçoivent recevais recevait receviez recevaient reçu reçue reçus reçues reçut recevrai recevra recevrez recevrons recevront recevrais recevrait reçoive recevant
        décevoir déçois déçoit décevez déçoivent déçu déçue déçus déçues décevant décevante décevants décevantes
        apercevoir aperçois aperçoit apercevez aperçu aperçue aperçus
        venir viens vient venons venez viennent venais venait veniez venaient venu venue venus venues viendrai viendra viendrez viendront viendrais viendrait vienne viennent
        revenir reviens revient revenons revenez reviennent revenais revenait revenu revenue revenus revenues reviendrai reviendra reviendrez reviendront reviendrais reviendrait revienne
        devenir deviens devient devenez deviennent devenu devenue devenus devenues deviendra
        prévenir préviens prévient prévenons prévenez préviennent prévenu prévenue prévenus prévenues préviendrez prévienne
        parvenir parviens parvient parvenons parvenez parviennent parvenu parvenue parvenus parvenais parvenait parviendrai parvienne
        convenir conviens convient convenez conviennent convenu convenue convenait conviendra conviendrait convienne
        intervenir interviens intervient intervenez interviennent intervenu intervenue interviendra
        tenir tiens tient tenons tenez tiennent tenais tenait tenu tenue tenus tenues tiendrai tiendra tiendrez tienne
        obtenir obtiens obtient obtenons obtenez obtiennent obtenu obtenue obtenus obtenues obtiendrai obtiendra obtienne
        contenir contiens contient contenez contiennent contenu contenue contenait contiendrait
        retenir retiens retient retenez retiennent retenu retenue retenus
        souvenir souviens souvient souvenez souviennent souvenais souvenait
        prendre prends prend prenons prenez prennent prenais prenait preniez prenaient pris prise prises prendrai prendra prendrez prendront prendrais prendrait prenne prenant
        apprendre apprends apprend apprenez apprennent appris apprise
        comprendre comprends comprend comprenons comprenez comprennent comprenais comprenait compris comprise comprises comprendrai comprendrez comprenne
        reprendre reprends reprend reprenons reprenez reprennent repris reprise reprises reprendrez reprendrai
        surprendre surprends surprend surprenez surpris surprise surprises surprenant surprenante
        mettre mets met mettons mettez mettent mettais mettait mis mise mises mettrai mettra mettrez mettrais mettriez mette
        promettre promets promet promettez promettent promis promise promises promettait
        permettre permets permet permettez permettent permis permise permettra permettrait
        transmettre transmets transmet transmettez transmis transmise transmises transmettrai
        remettre remets remet remettez remettent remis remise remises remettra
        connaître connais connaît connaissons connaissez connaissent connaissais connu connue connus
        reconnaître reconnais reconnaît reconnaissez reconnaissent reconnu reconnue
        paraître parais paraît paraissent paru parue
        apparaître apparaît apparais apparaissent apparu apparue apparus apparaissait
        disparaître disparaît disparais disparaissent disparu disparue disparus
        dire dis dit disons dites disent disais disait disiez disaient dite dits dirai dira direz diront dirais dirait diriez dise disant
        contredire contredit contredisent contredite
        lire lis lit lisons lisez lisent lisais lu lue lus lirai lise
        écrire écris écrit écrivons écrivez écrivent écrivais écrivait écrite écrits écrites écrirai écrive
        inscrire inscris inscrit inscrivez inscrivent inscrivais inscrite inscrits inscrites inscrirai inscrive
        désinscrire désinscris désinscrit désinscrivez désinscrite désinscrits
        souscrire souscris souscrit souscrivez souscrite souscrirai
        prescrire prescris prescrit prescrite
        partir pars part partons partez partent partais partait parti partie partis parties partira partirai parte
        sortir sors sort sortons sortez sortent sortais sortait sorti sortie sortis sorties sortira sorte
        servir sers sert servons servez servent servais servait servi servie servis servies servira
        sentir sens sent sentons sentez sentent sentais sentait senti sentie
        mentir mens ment mentez mentent menti mentait
        dormir dors dort dormez dorment dormi
        ouvrir ouvre ouvres ouvrons ouvrez ouvrent ouvrais ouvrait ouvert ouverte ouverts ouvertes ouvrirai ouvrira ouvrirez
        offrir offre offres offrons offrez offrent offrais offrait offert offerte offerts offertes offrirai offrirez
        couvrir couvre couvres couvrez couvrent couvert couverte couverts couvertes couvrait
        découvrir découvre découvrez découvert découverte découverts découvrons
        souffrir souffre souffres souffrent souffert souffrais
        courir cours court courez courent couru courait courra
        mourir meurs meurt mourez meurent mort morte morts mourait
        acquérir acquiers acquiert acquis acquise
        suivre suit suivons suivez suivent suivais suivait suivi suivie suivis suivies suivrai suivra suivrez
        entrer entres entrons entrez entrent entrais entrait entraient entré entrée entrés entrées entrant entrerai entrera entrerez
        pendre pends pend pendons pendez pendent pendait pendu pendue pendus pendues
        poursuivre poursuis poursuit poursuivez poursuivent poursuivi poursuivie poursuivrai
        vivre vis vit vivons vivez vivent vivais vivait vécu vécue
        croire crois croit croyons croyez croient croyais croyait cru crue croirai
        boire bois boit buvez boivent bu bue
        plaire plais plaît plaisent plaisait plu plaira
        conduire conduis conduit conduisez conduisent conduite conduisait
        produire produis produit produisez produisent produite produits produites produisait
        réduire réduis réduit réduisez réduite réduits
        traduire traduis traduit traduisez traduite
        détruire détruis détruit détruite détruits détruites
        construire construis construit construite construits
        cuire cuis cuit cuite cuits
        joindre joins joint joignez joignent joignais joignait jointe joints jointes joindrai joindrez
        rejoindre rejoins rejoint rejoignez rejoignent rejointe
        craindre crains craint craignez craignent craignais
        plaindre plains plaint plaignez plaignent plaignais plainte
        éteindre éteins éteint éteignez éteignent éteinte éteints éteignait
        atteindre atteins atteint atteignez atteinte
        peindre peins peint peinte
        conclure conclus conclut concluez conclu conclue
        inclure inclus inclut incluez inclue incluse
        vendre vends vend vendons vendez vendent vendais vendait vendaient vendu vendue vendus vendues vendrai vendra vendrez vende
        rompre romps rompt rompez rompent rompu rompue
        interrompre interromps interrompt interrompu interrompue
        battre bats bat battez battent battu battue
        valoir vaux vaut valez valent valait valu vaudra vaudrait vaille
        falloir faut fallait fallu faudra faudrait faille
        envoyer envoie envoies envoyons envoyez envoient envoyais envoyait envoyiez envoyaient envoyé envoyée envoyés envoyées enverrai enverra enverrez enverrons enverront enverrais enverrait enverriez envoyant envoi envois
        renvoyer renvoie renvoies renvoyons renvoyez renvoient renvoyais renvoyait renvoyé renvoyée renvoyés renvoyées renverrai renverra renverrez renverrais renverriez renvoyant
        nettoyer nettoie nettoies nettoyez nettoyé nettoyée nettoyés nettoyées
        essayer essaie essaies essaye essayons essayez essaient essayais essayait essayé essayée essayés essayant essaierai
        payer paie paies paye payes payons payez paient payent payais payait payaient payé payée payés payées paierai paierez paiera payerai payant payante
        jeter jette jettes jetons jetez jettent jeté jetée jetés jetées
        """

    private static let participles = """
        reçu reçue reçus reçues reçut
        déçu déçue déçus déçues
        livré livrée livrés livrées livrer livrez
        mis mise mises
        pris prise prises
        fait faite faits faites
        dit dite dits
        """

    private static let irregularAdjectives = """
        nouveau nouvel nouvelle nouveaux nouvelles
        beau bel belle beaux belles
        vieux vieil vieille vieilles
        fou fol folle fous folles
        faux fausse fausses
        doux douce douces
        gros grosse grosses
        gentil gentille gentils gentilles
        nul nulle nuls nulles
        bon bonne bons bonnes
        long longue longs longues
        blanc blanche blancs blanches
        sec sèche secs sèches
        public publique publics publiques
        complet complète complets complètes
        inquiet inquiète inquiets inquiètes
        favori favorite favoris favorites
        pareil pareille pareils pareilles
        œil yeux
        monsieur messieurs
        madame mesdames
        """
}
