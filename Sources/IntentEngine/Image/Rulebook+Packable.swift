extension Rulebook: Packable {
    public convenience init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            intents: [String](from: &image), signals: [String](from: &image), courtesies: [Bool](from: &image),
            thresholds: Thresholds(from: &image), patterns: PatternTable(from: &image), scores: Table(from: &image),
            lexicon: Lexicon(from: &image), automata: [Automaton](from: &image), symbolCount: Int(from: &image),
            wellKnown: WellKnownForms(from: &image), orderNumbers: OrderNumberShapes(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        intents.pack(into: &image)
        signals.pack(into: &image)
        courtesies.pack(into: &image)
        thresholds.pack(into: &image)
        patterns.pack(into: &image)
        scores.pack(into: &image)
        lexicon.pack(into: &image)
        automata.pack(into: &image)
        symbolCount.pack(into: &image)
        wellKnown.pack(into: &image)
        orderNumbers.pack(into: &image)
    }
}

extension Thresholds: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            points: Int(from: &image), margin: Int(from: &image), intents: Int(from: &image), candidates: Int(from: &image),
            signal: Int(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        for number in [points, margin, intents, candidates, signal] { number.pack(into: &image) }
    }
}

extension Automaton: Packable {
    convenience init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(pieces: Table(from: &image), programs: Table(from: &image), sets: Table(from: &image), filed: Table(from: &image))
    }

    func pack(into image: inout ImageWriter) {
        pieces.pack(into: &image)
        programs.pack(into: &image)
        sets.pack(into: &image)
        filed.pack(into: &image)
    }
}

extension WellKnownForms: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(ne: UInt32(from: &image), masked: UInt32(from: &image))
    }

    func pack(into image: inout ImageWriter) {
        ne.pack(into: &image)
        masked.pack(into: &image)
    }
}
