import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird

/// What the proofreader holds against words that are being written, for a script that shows it.
struct Proof {
    private let reading: ReplyReading
    private let wording: DeskWording

    init(_ visit: Visit, _ file: CaseFile) {
        reading = visit.edition.proofreader.read((visit.form["text"] ?? "").withPlainLineEnds, of: file)
        wording = visit.wording
    }

    var response: Response {
        var json: [UInt8] = Array("{\"length\":".utf8)
        JSONText.append(wording.length(reading), to: &json)
        json += ",\"isOver\":\(reading.isOver),\"verdict\":".utf8
        JSONText.append(wording.verdict(reading.findings.count), to: &json)
        json += ",\"findings\":[".utf8
        for (index, finding) in reading.findings.enumerated() {
            if index > 0 { json += ",".utf8 }
            json += "{\"text\":".utf8
            JSONText.append(VisibleText.line(finding.text, most: 60), to: &json)
            json += ",\"cause\":".utf8
            JSONText.append(wording.finding(rule: finding.rule, cause: finding.cause, remedy: finding.remedy), to: &json)
            json += "}".utf8
        }
        return .json(json + Array("]}".utf8))
    }
}

extension ReplyReading {
    var isOver: Bool { most.map { length > $0 } ?? false }
}

extension String {
    /// Forms send their lines with CR and LF; other control characters nobody types on purpose.
    var withPlainLineEnds: String {
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t" {
            plain.append(scalar)
        }
        return String(plain)
    }
}
