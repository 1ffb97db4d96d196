/// All rules of the proofreader, by what they look at.
enum ProofRules {
    /// Rules that say for certain what to write instead, so that a text can be mended without a person
    /// (language study § 6.6, last paragraph; of F21 and F22 the no-break space).
    static let mending: [any ProofRule] = [
        SpaceBeforeStopsRule(), SpaceBeforeColonRule(), GuillemetSpacesRule(), FrenchQuotesRule(),
        TypographicApostropheRule(), AmountRule(), ThousandsRule(), UnitSpaceRule(), SpaceBeforeCommaRule(),
        SingleSpaceRule.french, EllipsisRule.french, RepeatedMarksRule.french, PhoneFormatRule(),
        NumberSignRule(), CivilityRule(), NoSpaceBeforeMarksRule(), SingleSpaceRule.english, EllipsisRule.english,
    ]
    /// Rules that only report.
    static let reporting: [any ProofRule] = typography + wording + grammar + content + measures + neverSay

    private static let typography: [any ProofRule] = [
        FrenchTimeRule(), FirstOfMonthRule(), LowercaseDaysRule(), SpaceAfterPunctuationRule(), LigatureRule(),
        AccentedCapitalsRule(), ElisionRule(), InversionRule(), DashRule(),
        FrenchAbbreviationsRule(), OrdinalRule(), SentenceFormRule(), CurlyQuotesRule(), NoGuillemetsRule(),
        EnglishAmountRule(), EnglishDateRule(), EnglishCapitalsRule(), PronounIRule(), BritishSpellingRule(),
        RepeatedMarksRule.english, EnglishAbbreviationsRule(), EnglishConfusionsRule(), EnglishTimeRule(),
    ]
    private static let wording: [any ProofRule] = [FamiliarFormRule(), RegisterRule(), AgreementRule()]
    private static let grammar: [any ProofRule] = [
        ConditionalRule(), ContractionRule(), CountAgreementRule(), DeterminerAgreementRule(), FirstPersonRule(),
        HomophoneRule(), InfinitiveRule(), NousVerbRule(), ParticipleRule(), TeamVerbRule(), UsageRule(),
        WorkingDaysRule(),
    ]
    private static let content: [any ProofRule] = [
        PlaceholderRule.french, PlaceholderRule.english, PlaceholderRule.foreign, ShoutingRule.french,
        ShoutingRule.english, LeftoverRule(),
        PersonalDataRule(), LanguageRule(),
    ]
    private static let measures: [any ProofRule] = [
        ApologyRule(), InvitationRule(), ExclamationRule(), QuestionRule(), SentenceLengthRule(), EmojiRule(),
        LengthRule(),
    ]
    private static let neverSay: [any ProofRule] = NeverSayClass.allCases.map { NeverSayRule(kind: $0) }
}
