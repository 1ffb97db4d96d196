import IntentEngine

/// Turns that careful French does without, and a few slips that only a phrase gives away (language study §§ 1.2, 6.5).
struct UsageRule: ProofRule {
    let id = "usage"
    let languages = RuleLanguages.french
    private static let table = PhraseTable<String>([
        "malgre|malgres que": "bien que", "malgres": "malgré", "suite a|au|aux": "à la suite de",
        "au niveau de|du|des|d'": "pour, concernant", "au jour d'aujourd'hui": "aujourd’hui",
        "au final": "finalement", "solutionn*": "résoudre",
        "impacter|impacte|impactes|impactee|impactees|impactent|impactons|impactera": "toucher",
        "adresser|adressons|adresse|adressent un|ce|le|votre probleme": "traiter",
        "adresser|adressons les|vos problemes": "traiter", "adresser une|cette|la problematique": "traiter",
        "eligible|eligibles a|au|aux": "pouvez bénéficier de",
        "pallier|pallie|pallions|palliez|palliera|pallierons a|au|aux": "pallier, sans préposition",
        "fait|faire|font parti": "partie", "c'est a dire": "c’est-à-dire",
        "quelque soit|soient": "quel que soit, quelle que soit", "n' hesiter pas": "n’hésitez pas",
        "votre patiente": "votre patience", "message|messages privee|privees": "message privé",
        "plus bref delais|delai": "plus brefs délais",
        "ayez pas|bien etait": "été", "digital|digitale|digitaux|digitales": "numérique",
        "par soucis de": "par souci de", "bonne continuation": "Belle journée", "se rappeler de": "se souvenir de",
        "voire meme": "voire", "comme convenu ensemble": "comme convenu", "merci d'avance": "laisser de côté",
    ])
    /// Where a phrase of the table is right.
    private static let contexts = PhraseTable(phrases: [
        "empreinte|empreintes digitale|digitales", "donner|donne|donnons|donnee suite a", "faire|fait|fasse suite a",
        "de suite a", "la suite a donner",
    ])

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.table.matches(in: text).compactMap { match in
            // « C’est-à-dire » is right once it has its hyphens.
            guard !Self.contexts.covers(match.words, in: text), !isJoined(text, match.words) else { return nil }
            return text.finding(id, text.span(match.words), "better said otherwise", remedy: match.payload)
        }
    }

    private func isJoined(_ text: ProofText, _ words: Range<Int>) -> Bool {
        words.count >= 3 && words.dropFirst(2).allSatisfy { text.words[$0].before == .hyphen }
    }
}
