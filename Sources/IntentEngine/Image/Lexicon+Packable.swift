extension Lexicon: Packable {
    convenience init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            index: FormTable(from: &image), french: Table(from: &image), english: Table(from: &image), languageScores: Table(from: &image),
            distinctScores: Table(from: &image), meanings: Table(from: &image), hints: Table(from: &image),
            rewrites: [[UInt32: [Rewrite]]](from: &image), corrections: [CorrectionIndex](from: &image),
            masked: [GroupTable](from: &image), letters: Table(from: &image))
    }

    func pack(into image: inout ImageWriter) {
        index.pack(into: &image)
        french.pack(into: &image)
        english.pack(into: &image)
        languageScores.pack(into: &image)
        distinctScores.pack(into: &image)
        meanings.pack(into: &image)
        hints.pack(into: &image)
        rewrites.pack(into: &image)
        corrections.pack(into: &image)
        masked.pack(into: &image)
        letters.pack(into: &image)
    }
}

extension FormTable: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(slots: Table(from: &image), arena: Table(from: &image), starts: Table(from: &image))
    }

    func pack(into image: inout ImageWriter) {
        slots.pack(into: &image)
        arena.pack(into: &image)
        starts.pack(into: &image)
    }
}

extension Lexicon.Rewrite: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(from: [UInt32](from: &image), to: [UInt32](from: &image), atClauseStart: Bool(from: &image))
    }

    func pack(into image: inout ImageWriter) {
        from.pack(into: &image)
        to.pack(into: &image)
        atClauseStart.pack(into: &image)
    }
}
