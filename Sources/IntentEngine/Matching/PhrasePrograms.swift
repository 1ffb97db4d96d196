/// The programs of all phrases, each written once for the symbols a phrase is filed under.
struct PhrasePrograms {
    private(set) var code: [UInt32] = []
    private var writer: PhraseProgramWriter
    /// By number, symbols of which one must stand.
    let checks: [[UInt32]]
    private var places: [Key: UInt32?] = [:]

    private struct Key: Hashable {
        let entrance: UInt32
        let anchor: UInt32
        let further: UInt32
    }

    init(_ nodes: [PhraseNode], checks: [[UInt32]]) {
        writer = PhraseProgramWriter(nodes)
        self.checks = checks
    }

    /// Where the program of a phrase from a node of it is; nil when nothing more need stand.
    ///
    /// - Parameter further: Number of what is checked before it is followed.
    mutating func place(entrance: UInt32, anchor: UInt32, further: UInt32) -> UInt32? {
        let key = Key(entrance: entrance, anchor: anchor, further: further)
        if let known = places[key] { return known }
        writer.write(entrance: entrance, anchor: anchor)
        let place: UInt32? = writer.isWhole ? nil : UInt32(code.count)
        places[key] = .some(place)
        if place != nil {
            let asked = checked(further)
            code += [UInt32(asked.count), UInt32(writer.backLength)] + asked + writer.code
        }
        return place
    }

    /// Checks as they are laid out: four at a time are looked at, so the first stands again where some are missing.
    private func checked(_ number: UInt32) -> [UInt32] {
        let symbols = checks[Int(number)]
        return symbols + (symbols.count..<(symbols.count + 3) / 4 * 4).map { _ in symbols[0] }
    }
}
