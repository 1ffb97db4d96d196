import IntentEngine

/// Puts one draft together from chosen texts.
struct DraftAssembly {
    private let entries: [ReplyLibrary.Entry]
    private let sheet: ReplySheet
    private let visibility: Message.Visibility
    private let seed: UInt64
    private(set) var bytes: [UInt8] = []
    /// Numbers of the texts taken, in order.
    private(set) var taken = SIMD16<UInt16>(repeating: .max)
    /// How many texts were taken, and where each starts in `bytes`.
    private(set) var count = 0
    private(set) var starts = SIMD16<UInt32>()

    init(entries: [ReplyLibrary.Entry], sheet: ReplySheet, visibility: Message.Visibility, seed: UInt64) {
        self.entries = entries
        self.sheet = sheet
        self.visibility = visibility
        self.seed = seed
        bytes.reserveCapacity(1024)
    }

    /// The names of the texts that answer, joined by `+`.
    var names: String {
        var names = ""
        for place in 0..<count {
            let entry = entries[Int(taken[place])]
            if entry.isBlock { continue }
            if !names.isEmpty { names += "+" }
            names += entry.name
        }
        return names
    }

    private var breaks: StaticString { visibility == .public ? " " : "\n\n" }

    /// Writes the draft; false when an answer has no text in this language and visibility.
    mutating func assemble(_ plan: DraftPlan, _ values: PlaceholderValues, used: inout UsedTexts) -> Bool {
        open(plan.acknowledgement, values, &used)
        var joint: StaticString = plan.acknowledgement == .none ? breaks : " "
        for (index, answer) in plan.answers.enumerated() {
            if index > 0 { joint = append(sheet.also, values, behind: breaks, &used) ? " " : breaks }
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
        let continues = bytes.dropLast().last == UInt8(ascii: ",") && bytes.last == UInt8(ascii: " ")
        entries[chosen].template.render(values, into: &bytes)
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
