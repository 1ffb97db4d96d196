public import IntentEngine

/// Writes decisions as JSON, one object a line, fields in the documented order.
public struct DecisionWriter: Sendable {
    private let rulebook: Rulebook
    private let intentNames: [[UInt8]]
    private let signalNames: [[UInt8]]
    private let hash: [UInt8]
    private let zone: TimeZoneTable
    /// `"phrase":…,"source":…` of each pattern, written when first needed.
    private var patternFields: [[UInt8]]

    public init(rulebook: Rulebook, hash: String, zone: TimeZoneTable) {
        self.rulebook = rulebook
        self.hash = Array(hash.utf8)
        self.zone = zone
        intentNames = rulebook.intents.map { Array($0.utf8) }
        signalNames = rulebook.signals.map { Array($0.utf8) }
        patternFields = Array(repeating: [], count: rulebook.patternCount)
    }

    /// Appends the line of one decision to `output`, with its line end.
    ///
    /// - Parameter hidden: Places of the message's text that are masked; values read from them are given as they stand there.
    public mutating func write(
        _ reading: MessageReader.Reading, _ understanding: Understanding, _ decision: Decision, hidden: [Range<Int>] = [],
        to output: inout [UInt8]
    ) {
        var text = reading.message.text
        text.withUTF8 { text in write(reading, text, understanding, decision, hidden, &output) }
    }

    private mutating func write(
        _ reading: MessageReader.Reading, _ text: UnsafeBufferPointer<UInt8>, _ understanding: Understanding, _ decision: Decision,
        _ hidden: [Range<Int>], _ output: inout [UInt8]
    ) {
        output.literal("{\"id\":")
        output.append(contentsOf: reading.idJSON.utf8)
        output.literal(",\"channel\":")
        output.string(reading.message.channel)
        output.literal(",\"language\":\"")
        output.append(contentsOf: understanding.language.language.rawValue.utf8)
        output.literal("\",\"disposition\":\"")
        output.append(contentsOf: decision.disposition.rawValue.utf8)
        output.literal("\",\"team\":\"")
        output.append(contentsOf: decision.team.rawValue.utf8)
        output.literal("\",\"priority\":")
        output.number(decision.priority.rawValue)
        output.literal(",\"due\":")
        output.string(decision.due?.rfc3339(in: zone))
        output.literal(",\"polarity\":")
        output.number(decision.polarity)
        output.literal(",\"intents\":[")
        write(understanding.intents, text, &output)
        output.literal("],\"candidates\":[")
        write(understanding.candidates, text, &output)
        output.literal("],\"entities\":[")
        write(understanding.entities, text, hidden, &output)
        output.literal("],\"signals\":[")
        write(understanding.signals, text, &output)
        output.literal("],\"reasons\":[")
        for (index, reason) in decision.reasons.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output.string(reason)
        }
        output.literal("],\"draft\":")
        if let draft = decision.draft { write(draft, &output) } else { output.literal("null") }
        output.literal(",\"rulebook\":\"")
        output.append(contentsOf: hash)
        output.literal("\"}\n")
    }

    private mutating func write(_ matches: [IntentMatch], _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
        for (index, match) in matches.enumerated() {
            output.literal(index > 0 ? ",{\"name\":\"" : "{\"name\":\"")
            output.append(contentsOf: intentNames[match.intent])
            output.literal("\",\"points\":")
            output.number(match.points)
            output.literal(",\"confidence\":")
            output.hundredths(match.confidence)
            output.literal(",\"evidence\":[")
            write(match.evidence, text, &output)
            output.literal("]}")
        }
    }

    private mutating func write(_ matches: [SignalMatch], _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
        for (index, match) in matches.enumerated() {
            output.literal(index > 0 ? ",{\"name\":\"" : "{\"name\":\"")
            output.append(contentsOf: signalNames[match.signal])
            output.literal("\",\"level\":")
            output.number(match.level)
            output.literal(",\"evidence\":[")
            write(match.evidence, text, &output)
            output.literal("]}")
        }
    }

    private mutating func write(_ evidence: [Evidence], _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
        for (index, item) in evidence.enumerated() {
            output.literal(index > 0 ? ",{" : "{")
            let pattern = Int(item.pattern)
            if patternFields[pattern].isEmpty { patternFields[pattern] = Self.fields(of: rulebook.pattern(item.pattern)) }
            output.append(contentsOf: patternFields[pattern])
            output.number(item.points)
            output.literal(",\"span\":[")
            output.number(item.span.lowerBound)
            output.literal(",")
            output.number(item.span.upperBound)
            output.literal("],\"text\":")
            output.string(UnsafeBufferPointer(rebasing: text[item.bytes]))
            output.literal("}")
        }
    }

    private static func fields(of pattern: Pattern) -> [UInt8] {
        var fields: [UInt8] = []
        fields.literal("\"phrase\":")
        fields.string(pattern.text)
        fields.literal(",\"source\":")
        fields.string("\(pattern.place.file):\(pattern.place.line)")
        fields.literal(",\"points\":")
        return fields
    }

    private func write(
        _ entities: [Entity], _ text: UnsafeBufferPointer<UInt8>, _ hidden: [Range<Int>], _ output: inout [UInt8]
    ) {
        for (index, entity) in entities.enumerated() {
            output.literal(index > 0 ? ",{\"kind\":\"" : "{\"kind\":\"")
            output.append(contentsOf: entity.kind.rawValue.utf8)
            output.literal("\",\"value\":")
            if hidden.contains(where: { $0.overlaps(entity.span) }) {
                output.string(UnsafeBufferPointer(rebasing: text[entity.bytes]))
            } else {
                output.string(entity.value)
            }
            output.literal(",\"span\":[")
            output.number(entity.span.lowerBound)
            output.literal(",")
            output.number(entity.span.upperBound)
            output.literal("]}")
        }
    }

    private func write(_ draft: Draft, _ output: inout [UInt8]) {
        output.literal("{\"text\":")
        output.string(draft.text)
        output.literal(",\"language\":\"")
        output.append(contentsOf: draft.language.rawValue.utf8)
        output.literal("\",\"visibility\":\"")
        output.append(contentsOf: draft.visibility.rawValue.utf8)
        output.literal("\",\"template\":")
        output.string(draft.template)
        output.literal(",\"findings\":[")
        for (index, finding) in draft.findings.enumerated() {
            output.literal(index > 0 ? ",{\"rule\":" : "{\"rule\":")
            output.string(finding.rule)
            output.literal(",\"cause\":")
            output.string(finding.cause)
            output.literal(",\"remedy\":")
            output.string(finding.remedy)
            output.literal(",\"span\":[")
            output.number(finding.span.lowerBound)
            output.literal(",")
            output.number(finding.span.upperBound)
            output.literal("]}")
        }
        output.literal("]}")
    }

    /// Appends the line that stands in the place of the decision on a message that could not be kept.
    public static func writeRefusal(message id: String, cause: String, to output: inout [UInt8]) {
        output.literal("{\"id\":")
        output.string(id)
        output.literal(",\"error\":")
        output.string(cause)
        output.literal("}\n")
    }

    /// Appends the line that stands in the place of one that could not be used.
    public static func writeRefusal(line: Int, cause: String, to output: inout [UInt8]) {
        output.literal("{\"line\":")
        output.number(line)
        output.literal(",\"error\":")
        output.string(cause)
        output.literal("}\n")
    }
}
