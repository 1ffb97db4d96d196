import Cryptography
import Foundation
import IntentEngine

/// The rule files below a folder, read.
struct RuleFolder {
    struct File {
        /// Path below the folder, with `/` between its parts.
        let path: String
        let bytes: [UInt8]
    }

    private(set) var files: [File] = []
    private(set) var findings: [RuleFinding] = []

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
        bytes.reserveCapacity(files.reduce(0) { $0 + $1.path.utf8.count + $1.bytes.count + 2 })
        for file in files {
            bytes += file.path.utf8
            bytes.append(0)
            bytes += file.bytes
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
        guard let file = OpenFile(full) else { return report(relative, "the file cannot be read", "allow reading it (chmod +r)") }
        if file.size > Self.mostBytes {
            return report(relative, "the file has \(file.size >> 20) MB", "split it: a rule file may have \(Self.mostBytes >> 20) MB")
        }
        guard let bytes = file.contents() else { return report(relative, "the file cannot be read", "allow reading it (chmod +r)") }
        files.append(File(path: relative, bytes: bytes))
    }
}

/// A file that is being read, below what Foundation does: it looks up its owner's name, which takes longer than the reading.
private struct OpenFile: ~Copyable {
    let size: Int
    private let descriptor: Int32

    /// Nil where it cannot be opened, or is none of bytes that stay.
    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// All it held when it was opened; nil where that cannot be read.
    func contents() -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, done in
            while done < size {
                let taken = read(descriptor, buffer.baseAddress?.advanced(by: done), size - done)
                if taken > 0 {
                    done += taken
                } else if taken == 0 || errno != EINTR {
                    isWhole = taken == 0
                    break
                }
            }
        }
        return isWhole ? bytes : nil
    }
}
