/// The scalars of a text and what each is.
struct ScalarRow: ScalarReading, Sendable {
    let scalars: [Unicode.Scalar]
    let kinds: [ScalarKind]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        kinds = scalars.map { ScalarKind($0) }
    }
}
