import Desk
import DeskHouse
import DeskServer
import Foundation
import IntentEngine
import Support
import Testing

@testable import DeskPages

/// The French that the desk itself speaks, every word of it: of the lists, and of sentences that are built.
@Suite("The French of the desk")
struct FrenchWordsTests {
    /// Sentences of the sources, with a name where they are filled in.
    private static func sentences() throws -> [String] {
        let folder = DeskHouse.root + "/Sources/DeskPages"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
        return try files.sorted().flatMap { file in
            let source = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            return source.matches(of: /\bsay\(\s*"((?:[^"\\]|\\.)*)",/).map { plain(String($0.output.1)) }
        }
    }

    /// The text of a literal.
    private static func plain(_ literal: String) -> String {
        var text = literal.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "Max")
        for match in literal.matches(of: /\\u\{([0-9A-F]+)\}/) {
            guard let value = UInt32(match.output.1, radix: 16), let scalar = Unicode.Scalar(value) else { continue }
            text = text.replacing(match.output.0, with: String(scalar))
        }
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        return String(text[start...].reversed().drop { $0.isWhitespace }.reversed())
    }

    private static func texts() throws -> [String] {
        var texts = try sentences() + DeskWording.rules.values
        func add<List: WordList>(_ list: List.Type) { texts += list.allCases.map(\.texts.french) }
        for list in Catalogue.lists { add(list) }
        return Set(texts).sorted()
    }

    @Test("typography holds: spaces before high punctuation and inside quotation marks, apostrophes, ellipses")
    func typography() throws {
        let texts = try Self.texts()
        #expect(texts.count > 400)
        for text in texts {
            #expect(!text.contains("'") && !text.contains("...") && !text.contains("  "), "\(text)")
            for match in text.matches(of: /(.)[;!?]/) where match.output.1 != "\u{202F}" { Issue.record("\(text)") }
            for match in text.matches(of: /(.):/) where match.output.1 != "\u{A0}" { Issue.record("\(text)") }
            for match in text.matches(of: /«(.)|(.)»/) where match.output.1 ?? match.output.2 != "\u{A0}" { Issue.record("\(text)") }
        }
    }

    @Test("the desk says vous", .enabled(if: FrenchJudge.isInstalled, "\(FrenchJudge.missing)"))
    func register() throws {
        for text in try Self.texts() {
            #expect(text.firstMatch(of: /(?i)\b(tu|toi|ton|tes|t’\w+)\b/) == nil || text == "Ton", "\(text)")
        }
    }

    /// What the judge takes for faults and is none: `words: rule`.
    private static let allowed = [
        "Attend: gv1__imp_verbe", "courtois: g3__gn_det_nom", "Max\u{A0}Max: doublon", "Max Max: doublon", "approuvée: g3__gn_det_mas",
    ]

    @Test("grammalecte finds nothing", .enabled(if: FrenchJudge.isInstalled, "\(FrenchJudge.missing)"))
    func grammar() throws {
        let found = try FrenchJudge.findings(in: try Self.texts()).filter { finding in !Self.allowed.contains { finding.hasPrefix($0) } }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test("titles of the shipped rules are set in print, whatever their files have")
    func titles() throws {
        let edition = try DeskHouse.edition(.shipped)
        for language in [Language.french, .english] {
            let wording = DeskWording(language, edition)
            let titles =
                edition.desk.rulebook.intents.map(wording.intent) + edition.desk.rulebook.signals.map(wording.signal)
                + Team.allCases.map(wording.team)
            #expect(titles.filter { $0.contains("'") } == [])
        }
        #expect(DeskWording(.french, edition).intent("wrong_item") == "Erreur d’article")
    }
}

extension DeskWording {
    /// By the rules of the tests.
    static func sample(_ language: Language) throws -> DeskWording { DeskWording(language, try edition.get()) }

    private static let edition = Result { try DeskHouse.edition(.sample) }
}
