internal import CHunspell
public import Desk
import Foundation
public import IntentEngine
import Synchronization

/// Spelling by the Hunspell dictionaries of the system, where they are installed.
///
/// French is checked against the classical dictionary, English against the British one; a language without a
/// dictionary accepts every word.
public final class HunspellDictionary: SpellingDictionary {
    /// A loaded dictionary. Hunspell's own state is not safe to share: one caller at a time, under the mutex.
    private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
        /// Words asked about before: replies use the same few.
        private var answers: [String: Bool] = [:]
        private static let mostAnswers = 1 << 14

        init(pointer: OpaquePointer) { self.pointer = pointer }

        mutating func accepts(_ word: String) -> Bool {
            if let answer = answers[word] { return answer }
            // The dictionaries know the typewriter's apostrophe.
            let answer = Hunspell_spell(pointer, word.replacingOccurrences(of: "’", with: "'")) != 0
            if answers.count < Self.mostAnswers { answers[word] = answer }
            return answer
        }
    }

    private let french: Mutex<Handle>?
    private let english: Mutex<Handle>?
    /// Words the brand uses that no dictionary has, folded.
    private let accepted: Set<String>

    private static let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"]

    /// The dictionaries that are installed; nil when there is none.
    ///
    /// - Parameter accepted: Words that are right although no dictionary has them.
    public init?(accepted: [String] = []) {
        let french = Self.load(["fr", "fr_FR", "fr-classique"])
        let english = Self.load(["en_GB", "en_US"])
        guard french != nil || english != nil else { return nil }
        self.french = french.map { Mutex($0) }
        self.english = english.map { Mutex($0) }
        self.accepted = Set(accepted.map { $0.lowercased() })
    }

    deinit {
        french?.withLock { Hunspell_destroy($0.pointer) }
        english?.withLock { Hunspell_destroy($0.pointer) }
    }

    /// The languages that are really checked.
    public var languages: [Language] { (french == nil ? [] : [.french]) + (english == nil ? [] : [.english]) }

    public func accepts(_ word: String, _ language: Language) -> Bool {
        if accepted.contains(word.lowercased()) { return true }
        switch language {
        case .french: return french?.withLock { $0.accepts(word) } ?? true
        case .english: return english?.withLock { $0.accepts(word) } ?? true
        case .other, .undetermined: return true
        }
    }

    private static func load(_ names: [String]) -> Handle? {
        for folder in folders {
            for name in names {
                let stem = "\(folder)/\(name)"
                guard FileManager.default.isReadableFile(atPath: stem + ".aff"),
                    FileManager.default.isReadableFile(atPath: stem + ".dic"),
                    let pointer = Hunspell_create(stem + ".aff", stem + ".dic")
                else { continue }
                return Handle(pointer: pointer)
            }
        }
        return nil
    }
}
