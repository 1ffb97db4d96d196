/// What a recognised entity is. Raw values are the names used in phrases, replies and decision lines.
public enum EntityKind: String, CaseIterable, Sendable, Hashable {
    case orderNumber = "order_number"
    case trackingNumber = "tracking_number"
    case date
    case duration
    case amount
    case email
    case phone
    case postalCode = "postal_code"
    case iban
    case cardNumber = "card_number"
    case url
    case number
    case productCode = "product_code"

    var index: Int { Self.indices[self] ?? 0 }

    private static let indices = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
