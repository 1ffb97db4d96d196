internal import Foundation
import Peers

/// An independent judge of French: Debian's grammalecte.
package enum FrenchJudge {
    private static let program = "/usr/bin/grammalecte-cli"

    package static let isInstalled = FileManager.default.isExecutableFile(atPath: program)
    /// Why tests that need it are left out.
    package static let missing = "grammalecte-cli is not installed"

    private struct Report: Decodable {
        let data: [Paragraph]

        struct Paragraph: Decodable {
            let iParagraph: Int
            let lGrammarErrors: [Mistake]
        }

        struct Mistake: Decodable {
            let nStart: Int
            let nEnd: Int
            let sRuleId: String
            let sMessage: String
        }
    }

    /// What grammalecte holds against `paragraphs`: “words: rule: message”.
    package static func findings(in paragraphs: [String]) throws -> [String] {
        let folder = try TemporaryFolder(["text.txt": paragraphs.joined(separator: "\n") + "\n"])
        let process = try ChildProcess(program, ["-j", "-f", folder.path + "/text.txt"], output: .pipe)
        let data = Data(process.readOutput().utf8)
        process.wait()
        return try JSONDecoder().decode(Report.self, from: data).data.flatMap { paragraph in
            let scalars = Array(paragraphs[paragraph.iParagraph - 1].unicodeScalars)
            return paragraph.lGrammarErrors.map { mistake in
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[mistake.nStart..<min(mistake.nEnd, scalars.count)])
                return "\(String(words)): \(mistake.sRuleId): \(mistake.sMessage)"
            }
        }
    }
}
