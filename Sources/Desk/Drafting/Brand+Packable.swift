public import IntentEngine

extension Register: Packable {}
extension LengthUnit: Packable {}
extension Typography: Packable {}
extension ReplyFrame: Packable {}

extension Brand: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            name: String(from: &image), register: Register(from: &image), openingHours: OpeningHours(from: &image),
            answers: Dictionary(from: &image), teams: Dictionary(from: &image), channels: Dictionary(from: &image),
            allowedPromises: Set(from: &image), defaultLanguage: Language(from: &image))
        acceptedWords = try [String](from: &image)
        onCall = try AnswerTime(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        name.pack(into: &image)
        register.pack(into: &image)
        openingHours.pack(into: &image)
        answers.pack(into: &image)
        teams.pack(into: &image)
        channels.pack(into: &image)
        allowedPromises.pack(into: &image)
        defaultLanguage.pack(into: &image)
        acceptedWords.pack(into: &image)
        onCall.pack(into: &image)
    }
}

extension AnswerTime: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(minutes: Int(from: &image), words: Dictionary(from: &image), isSameDay: Bool(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        minutes.pack(into: &image)
        words.pack(into: &image)
        isSameDay.pack(into: &image)
    }
}

extension TeamSettings: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(title: Dictionary(from: &image), answers: Dictionary(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        title.pack(into: &image)
        answers.pack(into: &image)
    }
}

extension ChannelSettings: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            unit: LengthUnit(from: &image), mostPublic: Int?(from: &image), mostPrivate: Int?(from: &image),
            typography: Typography(from: &image), allowsEmoji: Bool(from: &image), frame: ReplyFrame(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        unit.pack(into: &image)
        mostPublic.pack(into: &image)
        mostPrivate.pack(into: &image)
        typography.pack(into: &image)
        allowsEmoji.pack(into: &image)
        frame.pack(into: &image)
    }
}

extension OpeningHours: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(week: [[Range<Int>]](from: &image), holidays: Set(from: &image), zone: TimeZoneTable(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        week.pack(into: &image)
        holidays.pack(into: &image)
        zone.pack(into: &image)
    }
}
