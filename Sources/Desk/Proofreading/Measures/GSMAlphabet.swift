/// The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 § 6.2.1.
enum GSMAlphabet {
    /// Septets of an SMS sent alone, and of one part of several.
    static let septetsAlone = 160
    static let septetsOfMany = 153
    /// UTF-16 code units of an SMS outside the alphabet, sent alone and as one part of several.
    static let unitsAlone = 70
    static let unitsOfMany = 67

    private static let basic = Set(
        """
        @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
        abcdefghijklmnopqrstuvwxyzäöñüà
        """.unicodeScalars)
    /// Sent as an escape and a septet.
    private static let extended = Set("^{}\\[~]|€\u{C}".unicodeScalars)

    /// Septets of one scalar; nil outside the alphabet.
    ///
    /// A letter with a combining accent is outside: gateways do not compose it.
    static func septets(of scalar: Unicode.Scalar) -> Int? {
        if basic.contains(scalar) { return 1 }
        return extended.contains(scalar) ? 2 : nil
    }

    /// Septets of `text`; nil when one of its scalars is outside the alphabet.
    static func septets(of text: some StringProtocol) -> Int? {
        var sum = 0
        for scalar in text.unicodeScalars {
            guard let septets = septets(of: scalar) else { return nil }
            sum += septets
        }
        return sum
    }

    /// How many SMS `septets` fill.
    static func parts(ofSeptets septets: Int) -> Int {
        septets <= septetsAlone ? 1 : (septets + septetsOfMany - 1) / septetsOfMany
    }
}
