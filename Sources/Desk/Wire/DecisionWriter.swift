public import IntentEngine

/// Writes decisions as JSON, one object a line, fields in the documented order.
public struct DecisionWriter: Sendable {
    private let rulebook: Rulebook
    private let zone: TimeZoneTable
    /// `,"rulebook":…` and the end of the line.
    private let end: [UInt8]
    /// `{"name":…` up to the points of each intent and the level of each signal.
    private let intentFields: ByteRows
    private let signalFields: ByteRows
    /// `,"confidence":…,"evidence":[` by hundredths.
    private let confidenceFields: ByteRows
    /// `"phrase":…,"source":…` of each pattern, written when first needed.
    private var patternFields: ByteRows
    private var memory = LineMemory()

    public init(rulebook: Rulebook, hash: String, zone: TimeZoneTable) {
        self.rulebook = rulebook
        self.zone = zone
        end = Array(",\"rulebook\":\"\(hash)\"}\n".utf8)
        intentFields = ByteRows(rulebook.intents.map { Array("{\"name\":\"\($0)\",\"points\":".utf8) })
        signalFields = ByteRows(rulebook.signals.map { Array("{\"name\":\"\($0)\",\"level\":".utf8) })
        confidenceFields = ByteRows((0...100).map { Array(",\"confidence\":\(Self.share($0)),\"evidence\":[".utf8) })
        patternFields = ByteRows(count: rulebook.patternCount)
    }

    /// Appends the line of one decision to `output`, with its line end.
    ///
    /// - Parameter hidden: Places of the message's text that are masked; values read from them are given as they stand there.
    public mutating func write(
        _ reading: MessageReader.Reading, _ understanding: Understanding, _ decision: Decision, hidden: [Range<Int>] = [],
        to output: inout [UInt8]
    ) {
        var line = LineWriter(in: &memory, room: 4096)
        var text = reading.message.text
        text.withUTF8 { write(reading, $0, understanding, decision, hidden, &line) }
        output.append(contentsOf: line.written)
        line.leave(in: &memory)
    }

    private mutating func write(
        _ reading: MessageReader.Reading, _ text: UnsafeBufferPointer<UInt8>, _ understanding: Understanding, _ decision: Decision,
        _ hidden: [Range<Int>], _ line: inout LineWriter
    ) {
        line.literal("{\"id\":")
        line.append(reading.idJSON)
        line.literal(",\"channel\":")
        line.string(reading.message.channel)
        line.literal(",\"language\":\"")
        line.append(understanding.language.language.rawValue)
        line.literal("\",\"disposition\":\"")
        line.append(decision.disposition.rawValue)
        line.literal("\",\"team\":\"")
        line.append(decision.team.rawValue)
        line.literal("\",\"priority\":")
        line.number(decision.priority.rawValue)
        line.literal(",\"due\":")
        write(decision.due, &line)
        line.literal(",\"polarity\":")
        line.number(decision.polarity)
        line.literal(",\"intents\":[")
        write(understanding.intents, text, &line)
        line.literal("],\"candidates\":[")
        write(understanding.candidates, text, &line)
        line.literal("],\"entities\":[")
        write(understanding.entities, text, hidden, &line)
        line.literal("],\"signals\":[")
        write(understanding.signals, text, &line)
        line.literal("],\"reasons\":[")
        decision.reasonsJSON.withUnsafeBufferPointer { line.append($0) }
        line.literal("],\"draft\":")
        if let draft = decision.draft { write(draft, &line) } else { line.literal("null") }
        end.withUnsafeBufferPointer { line.append($0) }
    }

    private func write(_ due: Instant?, _ line: inout LineWriter) {
        guard let due else { return line.literal("null") }
        line.append(UInt8(ascii: "\""))
        line.fill(Instant.rfc3339Length) { due.write(in: zone, to: $0) }
        line.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ matches: [IntentMatch], _ text: UnsafeBufferPointer<UInt8>, _ line: inout LineWriter) {
        for (index, match) in matches.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            intentFields.withRow(match.intent) { line.append($0) }
            line.number(match.points)
            confidenceFields.withRow(min(max(Int(match.confidence * 100 + 0.5), 0), 100)) { line.append($0) }
            write(match.evidence, text, &line)
            line.literal("]}")
        }
    }

    /// A share from 0 to 1, with at most two decimals and none that says nothing.
    static func share(_ hundredths: Int) -> String {
        hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
    }

    private mutating func write(_ matches: [SignalMatch], _ text: UnsafeBufferPointer<UInt8>, _ line: inout LineWriter) {
        for (index, match) in matches.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            signalFields.withRow(match.signal) { line.append($0) }
            line.number(match.level)
            line.literal(",\"evidence\":[")
            write(match.evidence, text, &line)
            line.literal("]}")
        }
    }

    private mutating func write(_ evidence: [Evidence], _ text: UnsafeBufferPointer<UInt8>, _ line: inout LineWriter) {
        for (index, item) in evidence.enumerated() {
            let pattern = Int(item.pattern)
            if patternFields.isEmpty(pattern) { patternFields.fill(pattern, Self.fields(of: rulebook.pattern(item.pattern))) }
            if index > 0 { line.append(UInt8(ascii: ",")) }
            patternFields.withRow(pattern) { line.append($0) }
            line.number(item.points)
            write(item.span, &line)
            line.literal(",\"text\":\"")
            line.escaped(UnsafeBufferPointer(rebasing: text[item.bytes]))
            line.literal("\"}")
        }
    }

    private static func fields(of pattern: Pattern) -> [UInt8] {
        var fields: [UInt8] = []
        fields.literal("{\"phrase\":")
        fields.string(pattern.text)
        fields.literal(",\"source\":")
        fields.string("\(pattern.place.file):\(pattern.place.line)")
        fields.literal(",\"points\":")
        return fields
    }

    @inline(__always)
    private func write(_ span: Range<Int>, _ line: inout LineWriter) {
        line.literal(",\"span\":[")
        line.number(span.lowerBound)
        line.append(UInt8(ascii: ","))
        line.number(span.upperBound)
        line.append(UInt8(ascii: "]"))
    }

    private func write(
        _ entities: [Entity], _ text: UnsafeBufferPointer<UInt8>, _ hidden: [Range<Int>], _ line: inout LineWriter
    ) {
        for (index, entity) in entities.enumerated() {
            line.literal(index > 0 ? ",{\"kind\":\"" : "{\"kind\":\"")
            line.append(entity.kind.rawValue)
            line.literal("\",\"value\":")
            if hidden.contains(where: { $0.overlaps(entity.span) }) {
                line.string(UnsafeBufferPointer(rebasing: text[entity.bytes]))
            } else {
                line.string(entity.value)
            }
            write(entity.span, &line)
            line.append(UInt8(ascii: "}"))
        }
    }

    private func write(_ draft: Draft, _ line: inout LineWriter) {
        line.literal("{\"text\":")
        draft.utf8.withUnsafeBufferPointer { line.string($0) }
        line.literal(",\"language\":\"")
        line.append(draft.language.rawValue)
        line.literal("\",\"visibility\":\"")
        line.append(draft.visibility.rawValue)
        line.literal("\",\"template\":")
        line.string(draft.template)
        line.literal(",\"findings\":[")
        for (index, finding) in draft.findings.enumerated() {
            line.literal(index > 0 ? ",{\"rule\":" : "{\"rule\":")
            line.string(finding.rule)
            line.literal(",\"cause\":")
            line.string(finding.cause)
            line.literal(",\"remedy\":")
            line.string(finding.remedy)
            write(finding.span, &line)
            line.append(UInt8(ascii: "}"))
        }
        line.literal("]}")
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
