/// English adjectives that compare by endings, and how: *cheap, cheaper, cheapest*.
///
/// Written out, because what such an ending makes of other words is a word of its own: *charger*, *printer*, *earnest*.
enum EnglishAdjectives {
    /// The degrees of `word` that mean no more than it does; empty where it is none of these.
    static func degrees(of word: String) -> [InflectionFamily] {
        let isPlain = plain.contains(word)
        guard isPlain || highest.contains(word) else { return [] }
        let endings = isPlain ? ["er", "est"] : ["est"]
        guard let last = word.last else { return [] }
        if last == "e" { return [InflectionFamily(String(word.dropLast()), endings)] }
        if last == "y" { return [InflectionFamily(String(word.dropLast()) + "i", endings)] }
        let letters = Array(word.suffix(3))
        let doubles = letters.count == 3 && !"aeiou".contains(letters[0]) && "aeiou".contains(letters[1]) && !"aeiouwxy".contains(last)
        return [InflectionFamily(doubles ? word + String(last) : word, endings)]
    }

    private static let plain = words(
        """
        angry bland brave bright busy calm cheap classy clear clumsy comfy cosy costly cozy crappy crazy creepy crisp cute dark dirty
        dodgy dull dumb easy fair fancy fast filthy firm flimsy friendly funny gentle greasy great greedy grim gross handy happy harsh
        heavy hot huge kind lame large lazy lively lousy lovely lucky mad messy muddy nasty neat new nice noisy odd pale pleasant
        pricey polite poor pretty proud quick quiet rich risky rough rude sad safe salty scary shabby shaky sharp shiny shoddy sick silly
        simple sleek slim slow smart smelly smooth soft sour spicy stale steep sticky stinky strict strong stupid sturdy sunny sweet
        tacky tasty thick thin tidy tight tiny tired tough trashy trendy ugly vague vile warm weak weird wide wobbly worthy yummy
        """)

    /// Of these the middle degree is another word, or says something else: *cleaner*, *dimmer*, *stranger*, *no longer*.
    private static let highest = words(
        "big clean cold cool deep dim dry early fine fresh hard high light long loud low mean near old short slick small strange tall young"
    )

    private static func words(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
