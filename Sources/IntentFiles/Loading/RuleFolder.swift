import Cryptography
import Foundation
import IntentEngine

/// The rule files below a folder, read.
struct RuleFolder {
    struct File {
        /// Path below the folder, with `/` between its parts.
        let path: String
        let text: String
    }

    private(set) var files: [File] = []
    private(set) var findings: [RuleFinding] = []
    private var digest: [(path: String, bytes: Data)] = []

    /// A rule file larger than this is a slip: the largest that people edit has a few thousand lines.
    static let mostBytes = 4 << 20
    private static let deepest = 4

    /// Reads every `.yaml` file below `root`, in the order of their paths.
    init(root: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
            report(".", "there is no folder “\(root)”", "name the rulebook's folder, with --rules or as the argument of check")
            return
        }
        guard isFolder.boolValue else {
            report(".", "“\(root)” is not a folder", "name the folder that holds brand.yaml")
            return
        }
        read(root, below: "", depth: 0)
        files.sort { $0.path < $1.path }
        if files.isEmpty, findings.isEmpty { report(".", "no rule file (.yaml) in “\(root)”", "name the folder that holds brand.yaml") }
    }

    /// The first 16 hexadecimal digits of SHA-256 over the paths and contents of all files.
    var hash: String {
        var bytes: [UInt8] = []
        for (path, content) in digest.sorted(by: { $0.path < $1.path }) {
            bytes += path.utf8
            bytes.append(0)
            bytes += content
            bytes.append(0)
        }
        return Hexadecimal.text(Digest.sha256(bytes).prefix(8))
    }

    private mutating func report(_ path: String, _ cause: String, _ remedy: String) {
        findings.append(RuleFinding(place: SourcePlace(file: path, line: 1), cause: cause, remedy: remedy))
    }

    private mutating func read(_ folder: String, below path: String, depth: Int) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            return report(path.isEmpty ? "." : path, "the folder cannot be read", "allow reading it (chmod +rx)")
        }
        for name in names where !name.hasPrefix(".") {
            let full = folder + "/" + name
            let relative = path.isEmpty ? name : path + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
                report(relative, "a link that leads nowhere", "remove it, or mend its target")
                continue
            }
            if isFolder.boolValue {
                if depth < Self.deepest {
                    read(full, below: relative, depth: depth + 1)
                } else {
                    report(relative, "folders nested more than \(Self.deepest) deep", "move the files up")
                }
            } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                readFile(full, relative)
            }
        }
    }

    private mutating func readFile(_ full: String, _ relative: String) {
        let size = (try? FileManager.default.attributesOfItem(atPath: full)[.size] as? Int) ?? 0
        if size > Self.mostBytes {
            return report(relative, "the file has \(size >> 20) MB", "split it: a rule file may have \(Self.mostBytes >> 20) MB")
        }
        guard let data = FileManager.default.contents(atPath: full) else {
            return report(relative, "the file cannot be read", "allow reading it (chmod +r)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            return report(relative, "not UTF-8 text", "save the file as UTF-8")
        }
        digest.append((relative, data))
        files.append(File(path: relative, text: text))
    }
}
