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
    /// A dictionary, loaded when it is first asked: that takes a tenth of a second, and most commands never ask.
    ///
    /// `@unchecked Sendable`: Hunspell's own state is not safe to share; one caller at a time has it, under the mutex.
    private struct Handle: @unchecked Sendable {
        /// The path of its two files, without what they end in.
        let stem: String
        private(set) var pointer: OpaquePointer?
        private var isLoaded = false
        /// Words asked about before: replies use the same few.
        private var answers: [String: Bool] = [:]
        private static let mostAnswers = 1 << 14

        init(stem: String) { self.stem = stem }

        /// Whether a word is the dictionary's, or in lower case one of `others`.
        mutating func accepts(_ word: String, or others: Set<String>) -> Bool {
            if let answer = answers[word] { return answer }
            let answer = others.contains(word.lowercased()) || spells(word)
            if answers.count < Self.mostAnswers { answers[word] = answer }
            return answer
        }

        private mutating func spells(_ word: String) -> Bool {
            if !isLoaded {
                pointer = Hunspell_create(stem + ".aff", stem + ".dic")
                isLoaded = true
            }
            // One that cannot be read says nothing against a word.
            guard let pointer else { return true }
            // The dictionaries know the typewriter's apostrophe.
            return Hunspell_spell(pointer, word.replacingOccurrences(of: "’", with: "'")) != 0
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
        let french = Self.find(["fr", "fr_FR", "fr-classique"])
        let english = Self.find(["en_GB", "en_US"])
        guard french != nil || english != nil else { return nil }
        self.french = french.map { Mutex($0) }
        self.english = english.map { Mutex($0) }
        self.accepted = Set(accepted.map { $0.lowercased() })
    }

    deinit {
        french?.withLock { if let pointer = $0.pointer { Hunspell_destroy(pointer) } }
        english?.withLock { if let pointer = $0.pointer { Hunspell_destroy(pointer) } }
    }

    /// The languages that are really checked.
    public var languages: [Language] { (french == nil ? [] : [.french]) + (english == nil ? [] : [.english]) }

    public func accepts(_ word: String, _ language: Language) -> Bool {
        switch language {
        case .french: return french?.withLock { $0.accepts(word, or: accepted) } ?? true
        case .english: return english?.withLock { $0.accepts(word, or: accepted) } ?? true
        case .other, .undetermined: return true
        }
    }

    private static func find(_ names: [String]) -> Handle? {
        for folder in folders {
            for name in names {
                let stem = "\(folder)/\(name)"
                guard FileManager.default.isReadableFile(atPath: stem + ".aff"),
                    FileManager.default.isReadableFile(atPath: stem + ".dic")
                else { continue }
                return Handle(stem: stem)
            }
        }
        return nil
    }
}
