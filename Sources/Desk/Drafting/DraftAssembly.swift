import IntentEngine

/// Puts one draft together from chosen texts.
struct DraftAssembly {
    private let texts: ReplySteps
    private let sheet: ReplySheet
    private let visibility: Message.Visibility
    private let seed: UInt64
    private(set) var bytes: [UInt8]
    /// Numbers of the texts taken, in order.
    private(set) var taken = SIMD16<UInt16>(repeating: .max)
    /// How many texts were taken, and where each starts in `bytes`.
    private(set) var count = 0
    private(set) var starts = SIMD16<UInt32>()

    /// - Parameter memory: A row whose memory the draft is written into.
    init(texts: ReplySteps, sheet: ReplySheet, visibility: Message.Visibility, seed: UInt64, memory: consuming [UInt8] = []) {
        self.texts = texts
        self.sheet = sheet
        self.visibility = visibility
        self.seed = seed
        bytes = memory
        bytes.removeAll(keepingCapacity: true)
    }

    /// The names of the texts that answer, joined by `+`.
    var names: String {
        var names: [UInt8] = []
        names.reserveCapacity(64)
        for place in 0..<count where texts.isAnswer(Int(taken[place])) {
            if !names.isEmpty { names.append(UInt8(ascii: "+")) }
            texts.appendName(of: Int(taken[place]), to: &names)
        }
        return String(decoding: names, as: UTF8.self)
    }

    private var breaks: StaticString { visibility == .public ? " " : "\n\n" }

    /// Writes the draft; false when an answer has no text in this language and visibility.
    mutating func assemble(_ plan: DraftPlan, _ values: PlaceholderValues, used: inout UsedTexts) -> Bool {
        open(plan.acknowledgement, values, &used)
        if let answer = plan.answers.first {
            if !append(sheet.choices(answer), values, behind: plan.acknowledgement == .none ? breaks : " ", &used) { return false }
        }
        if let answer = plan.answers.second {
            let joint: StaticString = append(sheet.also, values, behind: breaks, &used) ? " " : breaks
            if !append(sheet.choices(answer), values, behind: joint, &used) { return false }
        }
        close(asks: !plan.asked.isEmpty, values, &used)
        return true
    }

    /// Writes the draft around one given text.
    mutating func assemble(_ tone: Acknowledgement, fixed: Int, asks: Bool, _ values: PlaceholderValues) {
        var used = UsedTexts()
        open(tone, values, &used)
        append(fixed, values, behind: tone == .none ? breaks : " ")
        close(asks: asks, values, &used)
    }

    private mutating func open(_ tone: Acknowledgement, _ values: PlaceholderValues, _ used: inout UsedTexts) {
        append(sheet.greeting, values, behind: nil, &used)
        if tone != .none { append(sheet.acknowledgements[tone.index], values, behind: breaks, &used) }
    }

    private mutating func close(asks: Bool, _ values: PlaceholderValues, _ used: inout UsedTexts) {
        if asks { append(sheet.request, values, behind: breaks, &used) }
        append(sheet.closing, values, behind: breaks, &used)
        append(sheet.signature, values, behind: visibility == .public ? " " : "\n", &used)
    }

    /// Appends one of `choices`, chosen by the conversation; false when there is none.
    @discardableResult
    private mutating func append(
        _ choices: [Int], _ values: PlaceholderValues, behind joint: StaticString?, _ used: inout UsedTexts
    ) -> Bool {
        guard !choices.isEmpty else { return false }
        append(used.choose(from: choices, seed: seed), values, behind: joint)
        return true
    }

    private mutating func append(_ chosen: Int, _ values: PlaceholderValues, behind joint: StaticString?) {
        if let joint, !bytes.isEmpty { bytes.literal(joint) }
        let start = bytes.count
        let continues = start > 1 && bytes[start - 2] == UInt8(ascii: ",") && bytes[start - 1] == UInt8(ascii: " ")
        texts.render(chosen, values, into: &bytes)
        if continues { lowerFirstLetter(at: start) }
        if count < taken.scalarCount {
            taken[count] = UInt16(truncatingIfNeeded: chosen)
            starts[count] = UInt32(truncatingIfNeeded: start)
        }
        count = min(count + 1, taken.scalarCount)
    }

    /// « Bonjour Paul, Nous… » goes on in small letters, unless the sentence starts with *I* or with initials.
    private mutating func lowerFirstLetter(at start: Int) {
        guard start + 2 < bytes.count else { return }
        let first = bytes[start]
        let next = bytes[start + 1]
        if first &- 0x41 < 26 {
            let isInitials = next &- 0x41 < 26 && bytes[start + 2] != UInt8(ascii: "'")
            let isPronoun = first == UInt8(ascii: "I") && !(next &- 0x61 < 26)
            if !isInitials, !isPronoun { bytes[start] = first | 0x20 }
        } else if first == 0xC3, (0x80...0x9E).contains(next) {
            bytes[start + 1] = next + 0x20
        }
    }
}

extension DraftAssembly {
    /// Whether the text before ends a sentence and this one starts the next.
    func startsSentence(at place: Int) -> Bool {
        let start = Int(starts[place])
        guard start < bytes.count, let last = lastSign(before: place) else { return false }
        return bytes[start] &- 0x41 < 26 && (last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
    }

    /// Whether the text goes on behind the comma of a greeting, on its line.
    func continuesSentence(at place: Int) -> Bool {
        place > 0 && lastSign(before: place) == UInt8(ascii: ",") && bytes[Int(starts[place]) - 1] != UInt8(ascii: "\n")
    }

    private func lastSign(before place: Int) -> UInt8? {
        var at = Int(starts[place])
        while at > 0 {
            at -= 1
            if bytes[at] > 0x20 { return bytes[at] }
        }
        return nil
    }

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
        }
    }
}
