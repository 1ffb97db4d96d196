/// The library's texts laid out in one row of steps, so that a reply is put together by copying.
///
/// A class because every draft passes it about.
final class ReplySteps: Sendable {
    private enum Kind { case text, value, whenKnown, whenUnknown }

    private struct Step {
        let kind: Kind
        /// What is filled in or asked about; nothing where the step is a text.
        let placeholder: Placeholder
        /// Where a text stands in `texts`.
        var start: UInt32 = 0
        /// Bytes of a text, or steps inside a section.
        var count: UInt32 = 0
    }

    private let steps: [Step]
    private let texts: [UInt8]
    /// By text of the library, its steps.
    private let places: [Range<Int>]
    /// By text of the library, a bit for each placeholder it names.
    private let placeholders: [UInt8]
    private let names: [String]
    private let answers: [Bool]

    init(_ library: ReplyLibrary) {
        var steps: [Step] = []
        var texts: [UInt8] = []
        places = library.entries.map { entry in
            let start = steps.count
            Self.lay(entry.template.segments, &steps, &texts)
            return start..<steps.count
        }
        placeholders = places.map { place in
            steps[place].reduce(0) { $1.kind == .text ? $0 : $0 | $1.placeholder.bit }
        }
        names = library.entries.map(\.name)
        answers = library.entries.map { !$0.isBlock }
        self.steps = steps
        self.texts = texts
    }

    private static func lay(_ segments: [Template.Segment], _ steps: inout [Step], _ texts: inout [UInt8]) {
        for segment in segments {
            switch segment {
            case .text(let text):
                let start = UInt32(texts.count)
                texts.append(contentsOf: text.utf8)
                steps.append(Step(kind: .text, placeholder: .brand, start: start, count: UInt32(texts.count) - start))
            case .value(let placeholder): steps.append(Step(kind: .value, placeholder: placeholder))
            case .section(let placeholder, let whenKnown, let inner):
                let section = steps.count
                steps.append(Step(kind: whenKnown ? .whenKnown : .whenUnknown, placeholder: placeholder))
                lay(inner, &steps, &texts)
                steps[section].count = UInt32(steps.count - section - 1)
            }
        }
    }

    /// Appends text `number` with `values` in their places.
    func render(_ number: Int, _ values: PlaceholderValues, into line: inout LineWriter) {
        var at = places[number].lowerBound
        let end = places[number].upperBound
        while at < end {
            let step = steps[at]
            at += 1
            switch step.kind {
            case .text:
                let place = Int(step.start)..<Int(step.start + step.count)
                texts.withUnsafeBufferPointer { line.append(UnsafeBufferPointer(rebasing: $0[place])) }
            case .value: values.withValue(of: step.placeholder) { line.append($0) }
            case .whenKnown: if !values.knows(step.placeholder) { at += Int(step.count) }
            case .whenUnknown: if values.knows(step.placeholder) { at += Int(step.count) }
            }
        }
    }

    /// A bit for each placeholder that text `number` names.
    func placeholders(of number: Int) -> UInt8 { placeholders[number] }

    /// Whether text `number` answers, and is not a part of every draft.
    func isAnswer(_ number: Int) -> Bool { answers[number] }

    func name(of number: Int) -> String { names[number] }
}
