import Foundation
import IntentEngine

/// Labelled messages, one JSON object a line: `text` with a `label` (one name or several), or with its `clean` side;
/// `lang` where it is known.
struct LabelledLines {
    struct Line: Decodable {
        let text: String
        let label: [String]
        let lang: String?
        /// The same message without its misspellings.
        let clean: String?
        /// Mean of raters, from −4 to +4, where polarity was rated.
        let valence: Double?
        /// Which trap a moderation line sets.
        let functionality: String?

        /// The language given, else French.
        var language: Language { lang.flatMap(Language.init(rawValue:)).flatMap { Language.ruled.contains($0) ? $0 : nil } ?? .french }

        private enum Field: String, CodingKey { case text, label, lang, clean, valence, functionality }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Field.self)
            text = try fields.decode(String.self, forKey: .text)
            clean = try fields.decodeIfPresent(String.self, forKey: .clean)
            if let labels = try? fields.decode([String].self, forKey: .label) {
                label = labels
            } else {
                label = try clean == nil ? [fields.decode(String.self, forKey: .label)] : []
            }
            lang = try fields.decodeIfPresent(String.self, forKey: .lang)
            valence = try fields.decodeIfPresent(Double.self, forKey: .valence)
            functionality = try fields.decodeIfPresent(String.self, forKey: .functionality)
        }
    }

    let lines: [Line]

    /// Reads a file, or standard input for `-`; throws with the line that is not usable.
    init(path: String) throws {
        let isInput = path == "-"
        let contents = isInput ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
        let path = isInput ? "standard input" : path
        guard let data = contents else { throw Failure(cause: "\(path): cannot be read") }
        var lines: [Line] = []
        let decoder = JSONDecoder()
        for (index, bytes) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where !bytes.isEmpty {
            guard let line = try? decoder.decode(Line.self, from: bytes) else {
                throw Failure(cause: "\(path):\(index + 1): not an object with “text” and “label”")
            }
            lines.append(line)
        }
        guard !lines.isEmpty else { throw Failure(cause: "\(path): holds no line") }
        self.lines = lines
    }

    struct Failure: Error, CustomStringConvertible {
        let cause: String
        var description: String { cause }
    }

    /// What the labels are about.
    var measure: Measure {
        if lines.allSatisfy({ $0.clean != nil }) { return .pairs }
        let labels = Set(lines.flatMap(\.label))
        if labels.isSubset(of: ["hateful", "non-hateful"]) { return .moderation }
        return labels.isSubset(of: ["positive", "negative", "neutral"]) ? .polarity : .intents
    }

    /// Which of our intents count as right for a label: `{"label": ["intent", …]}`.
    static func map(path: String) throws -> [String: [String]] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Failure(cause: "\(path): cannot be read") }
        guard let map = try? JSONDecoder().decode([String: [String]].self, from: data) else {
            throw Failure(cause: "\(path): not a map from labels to lists of intents")
        }
        return map
    }
}

/// What a labelled file can measure.
enum Measure: String, CaseIterable {
    case intents, polarity, moderation, pairs
}
