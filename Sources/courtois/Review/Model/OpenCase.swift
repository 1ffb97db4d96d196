import Desk

/// A case that is being read, as it was when it was opened: it never changes under the reader's eyes.
struct OpenCase: Sendable {
    /// Evidence and the message it is in.
    struct Place: Sendable {
        let message: Int
        let evidence: DecisionReading.Evidence
    }

    let file: CaseFile
    /// One for each message.
    let readings: [DecisionReading]
    /// That of the message which is to be answered.
    let question: DecisionReading?
    let places: [Place]
    /// The evidence that is looked at; nil where there is none.
    var focus: Int?
    /// First line of the body that is shown.
    var top = 0

    init(_ file: CaseFile) {
        self.file = file
        let readings = file.messages.map { message in
            message.line.map { DecisionReading(line: $0, scalars: message.text?.unicodeScalars.count ?? 0) } ?? DecisionReading()
        }
        self.readings = readings
        places = readings.indices.flatMap { index in readings[index].evidence.map { Place(message: index, evidence: $0) } }
        let asked = file.messages.lastIndex { $0.id == file.case.question.message } ?? readings.indices.last
        question = asked.map { readings[$0] }
        focus = places.firstIndex { $0.message == asked } ?? (places.isEmpty ? nil : 0)
    }

    var number: Int64 { file.case.number }
    var version: Int { file.case.version }

    /// Moves to the next evidence, or the one before, round and round.
    mutating func moveFocus(by step: Int) {
        guard let focus else { return }
        self.focus = (focus + step + places.count) % places.count
    }
}
