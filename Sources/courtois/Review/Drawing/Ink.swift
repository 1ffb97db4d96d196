/// How a character is drawn. What matters is never told by colour alone.
struct Ink: Hashable, Sendable {
    enum Colour: Int, Sendable {
        case red = 31
        case green, yellow, blue
        case cyan = 36
    }

    var colour: Colour?
    var isBold = false
    var isFaint = false
    var isUnderlined = false
    var isReversed = false

    static let plain = Ink()
    static let bold = Ink(isBold: true)
    static let faint = Ink(isFaint: true)
    static let bar = Ink(isReversed: true)
    static let title = Ink(isBold: true, isUnderlined: true)
    static let warning = Ink(colour: .yellow, isBold: true)
    static let alarm = Ink(colour: .red, isBold: true)
    static let good = Ink(colour: .green)
    /// Words a rule spoke for.
    static let evidence = Ink(colour: .cyan, isUnderlined: true)
    /// The evidence that is looked at.
    static let focus = Ink(colour: .cyan, isBold: true, isReversed: true)
    /// Words the proofreader holds against a draft.
    static let fault = Ink(colour: .red, isUnderlined: true)

    /// The sequence that sets it and nothing else (ECMA-48, SGR).
    func sequence(colours: Bool) -> String {
        var codes = ["0"]
        if isBold { codes.append("1") }
        if isFaint { codes.append("2") }
        if isUnderlined { codes.append("4") }
        if isReversed { codes.append("7") }
        if colours, let colour { codes.append(String(colour.rawValue)) }
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }
}
