import IntentEngine

/// Puts one draft together from chosen texts.
struct DraftAssembly {
    private let texts: ReplySteps
    private let sheet: ReplySheet
    /// Whether all stands on one line.
    private let isLine: Bool
    private let isShort: Bool
    private let isPlain: Bool
    private let seed: UInt64
    private let values: PlaceholderValues
    /// Numbers of the texts taken, in order.
    private(set) var taken = SIMD16<UInt16>(repeating: .max)
    /// How many texts were taken, and where each starts in `bytes`.
    private(set) var count = 0
    private var starts = SIMD16<UInt32>()
    /// A bit for each text that starts a sentence behind one that ends its own.
    private var starting: UInt16 = 0
    /// A bit for each text that goes on behind the comma of a greeting, on its line.
    private var continuing: UInt16 = 0
    /// The draft; empty before it is assembled.
    private(set) var bytes: [UInt8] = []

    /// Bytes that most drafts fit in.
    private static let usualLength = 960

    init(
        texts: ReplySteps, sheet: ReplySheet, visibility: Message.Visibility, channel: ChannelSettings?, seed: UInt64,
        values: PlaceholderValues
    ) {
        self.texts = texts
        self.sheet = sheet
        isShort = channel?.frame == .short
        isLine = isShort || visibility == .public
        isPlain = channel?.typography == .plain
        self.seed = seed
        self.values = values
    }

    /// The names of the texts that answer, joined by `+`.
    var names: String {
        var names = ""
        for place in 0..<count where texts.isAnswer(Int(taken[place])) {
            let name = texts.name(of: Int(taken[place]))
            names = names.isEmpty ? name : names + "+" + name
        }
        return names
    }

    private var breaks: StaticString { isLine ? " " : "\n\n" }

    /// Writes the draft; false when an answer has no text in this language and visibility.
    mutating func assemble(_ plan: DraftPlan, used: inout UsedTexts) -> Bool {
        var line = LineWriter(room: Self.usualLength)
        guard write(plan, &used, &line) else { return false }
        bytes = Array(line.written)
        return true
    }

    private mutating func write(_ plan: DraftPlan, _ used: inout UsedTexts, _ line: inout LineWriter) -> Bool {
        open(plan.acknowledgement, &used, &line)
        if let answer = plan.answers.first {
            if !append(sheet.choices(answer), behind: plan.acknowledgement == .none ? breaks : " ", &used, &line) { return false }
        }
        if let answer = plan.answers.second, !sheet.choices(answer).isEmpty {
            let joint: StaticString = append(sheet.also, behind: breaks, &used, &line) ? " " : breaks
            append(sheet.choices(answer), behind: joint, &used, &line)
        }
        close(asks: !plan.asked.isEmpty, discloses: plan.discloses, &used, &line)
        return true
    }

    /// Writes the draft around one given text.
    mutating func assemble(_ tone: Acknowledgement, fixed: Int, asks: Bool, discloses: Bool) {
        var used = UsedTexts()
        var line = LineWriter(room: Self.usualLength)
        open(tone, &used, &line)
        append(fixed, behind: tone == .none ? breaks : " ", &line)
        close(asks: asks, discloses: discloses, &used, &line)
        bytes = Array(line.written)
    }

    private mutating func open(_ tone: Acknowledgement, _ used: inout UsedTexts, _ line: inout LineWriter) {
        append(sheet.greeting, behind: nil, &used, &line)
        if tone == .none || isShort { return }
        let said = append(sheet.acknowledgements[tone.index], behind: breaks, &used, &line)
        if !said, tone == .kind { append(sheet.acknowledgements[Acknowledgement.neutral.index], behind: breaks, &used, &line) }
    }

    private mutating func close(asks: Bool, discloses: Bool, _ used: inout UsedTexts, _ line: inout LineWriter) {
        if asks { append(sheet.request, behind: breaks, &used, &line) }
        if discloses { append(sheet.disclosure, behind: breaks, &used, &line) }
        if !isShort { append(sheet.closing, behind: breaks, &used, &line) }
        append(isShort ? sheet.shortSignature : sheet.signature, behind: isLine ? " " : "\n", &used, &line)
    }

    /// Appends one of `choices`, chosen by the conversation; false when there is none.
    @discardableResult
    private mutating func append(
        _ choices: [Int], behind joint: StaticString?, _ used: inout UsedTexts, _ line: inout LineWriter
    ) -> Bool {
        guard !choices.isEmpty else { return false }
        append(used.choose(from: choices, seed: seed), behind: joint, &line)
        return true
    }

    private mutating func append(_ chosen: Int, behind joint: StaticString?, _ line: inout LineWriter) {
        if let joint, line.count > 0 { line.literal(joint) }
        let start = line.count
        texts.render(chosen, values, into: &line)
        if isPlain { line.makePlain(from: start) }
        if start > 1, line[start - 2] == UInt8(ascii: ","), line[start - 1] == UInt8(ascii: " ") { Self.lowerFirstLetter(at: start, &line) }
        guard count < taken.scalarCount else { return }
        taken[count] = UInt16(truncatingIfNeeded: chosen)
        starts[count] = UInt32(truncatingIfNeeded: start)
        switch Self.lastSign(before: start, line) {
        case UInt8(ascii: ","): if line[start - 1] != UInt8(ascii: "\n") { continuing |= 1 << count }
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            if start < line.count, line[start] &- 0x41 < 26 { starting |= 1 << count }
        default: break
        }
        count += 1
    }

    /// « Bonjour Paul, Nous… » goes on in small letters, unless the sentence starts with *I* or with initials.
    private static func lowerFirstLetter(at start: Int, _ line: inout LineWriter) {
        guard start + 2 < line.count else { return }
        let first = line[start]
        let next = line[start + 1]
        if first &- 0x41 < 26 {
            let isInitials = next &- 0x41 < 26 && line[start + 2] != UInt8(ascii: "'")
            let isPronoun = first == UInt8(ascii: "I") && !(next &- 0x61 < 26)
            if !isInitials, !isPronoun { line[start] = first | 0x20 }
        } else if first == 0xC3, (0x80...0x9E).contains(next) {
            line[start + 1] = next + 0x20
        }
    }

    private static func lastSign(before start: Int, _ line: borrowing LineWriter) -> UInt8 {
        var at = start
        while at > 0 {
            at -= 1
            if line[at] > 0x20 { return line[at] }
        }
        return 0
    }
}

extension DraftAssembly {
    /// Whether the text before ends a sentence and this one starts the next.
    func startsSentence(at place: Int) -> Bool { starting & 1 << place != 0 }

    /// Whether the text goes on behind the comma of a greeting, on its line.
    func continuesSentence(at place: Int) -> Bool { continuing & 1 << place != 0 }

    /// The draft from one text to another, as it stands.
    func text(_ places: Range<Int>) -> String {
        let start = Int(starts[places.lowerBound])
        let end = places.upperBound < count ? Int(starts[places.upperBound]) : bytes.count
        let part = String(decoding: bytes[start..<end], as: UTF8.self)
        return places.upperBound < count ? String(part.drop(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)) : part
    }
}

extension StringProtocol {
    /// Without the characters at its end that satisfy `predicate`.
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}

extension Acknowledgement {
    var index: Int {
        switch self {
        case .none: 0
        case .neutral: 1
        case .sorry: 2
        case .upset: 3
        case .kind: 4
        }
    }
}
