public import IntentEngine

/// What a reply may leave open, each with the kind of value that fills it. Fixed facts of the brand (`link.site`) are
/// not among them: they are written into the text when rules are loaded.
public enum Placeholder: String, Sendable, Hashable, CaseIterable {
    /// The customer's name, when known and plausible as one.
    case name
    case orderNumber = "order_number"
    case trackingNumber = "tracking_number"
    case date
    case amount
    /// When the team answers, in words the brand really keeps: « sous un jour ouvré ».
    case delay
    /// What the customer is asked for: « votre numéro de commande ». Stands in requests only.
    case asked
    case brand

    /// The entity that fills it, if one does.
    public var entity: EntityKind? {
        switch self {
        case .orderNumber: .orderNumber
        case .trackingNumber: .trackingNumber
        case .date: .date
        case .amount: .amount
        case .name, .delay, .asked, .brand: nil
        }
    }

    /// The placeholder an entity fills, if one does.
    init?(filledBy kind: EntityKind) {
        switch kind {
        case .orderNumber: self = .orderNumber
        case .trackingNumber: self = .trackingNumber
        case .date: self = .date
        case .amount: self = .amount
        case .duration, .email, .phone, .postalCode, .iban, .cardNumber, .url, .number, .productCode: return nil
        }
    }

    /// Whether its value is the customer's own, so that it never stands in a public reply.
    public var isPersonal: Bool { entity != nil || self == .name }

    /// Whether it always has a value.
    public var isAlwaysKnown: Bool { self == .delay || self == .brand }

    /// A value that reads like a real one, to check a template with.
    public func sample(_ language: Language) -> String {
        switch self {
        case .name: "Camille"
        case .orderNumber: "48213"
        case .trackingNumber: "XY123456789FR"
        case .date: language == .french ? "3\u{A0}mars" : "3 March"
        case .amount: language == .french ? "49,90\u{A0}€" : "€49.90"
        case .delay: language == .french ? "sous un jour ouvré" : "within one working day"
        case .asked: language == .french ? "votre numéro de commande" : "your order number"
        case .brand: "Maison Exemple"
        }
    }
}

extension Placeholder {
    var index: Int {
        switch self {
        case .name: 0
        case .orderNumber: 1
        case .trackingNumber: 2
        case .date: 3
        case .amount: 4
        case .delay: 5
        case .brand: 6
        case .asked: 7
        }
    }

    /// Its bit in a mask of placeholders.
    var bit: UInt8 { 1 << UInt8(index) }
}
