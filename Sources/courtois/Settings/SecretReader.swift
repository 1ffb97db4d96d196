import Channels
import Foundation
import IntentFiles

/// Fetches secrets from where the settings say they are.
struct SecretReader {
    /// Why a secret is not to be had. Names the place, never what is there.
    enum Failure: Error, CustomStringConvertible {
        case noVariable(String)
        case noFile(String)

        var description: String {
            switch self {
            case .noVariable(let name): "the environment variable \(name) is not set, or empty: the settings keep a secret there"
            case .noFile(let path): "the file “\(path)” cannot be read, is empty, or larger than 64 KiB: the settings keep a secret there"
            }
        }
    }

    private static let mostBytes = 64 << 10

    /// The secret, without the end of line that editors leave.
    func read(_ source: SecretSource) throws(Failure) -> Secret {
        switch source {
        case .environment(let name):
            guard let value = Terminal.environment(name), !value.isEmpty else { throw .noVariable(name) }
            return Secret(value)
        case .file(let path):
            guard let data = FileManager.default.contents(atPath: path), data.count <= Self.mostBytes,
                var text = String(validating: data, as: UTF8.self)
            else { throw .noFile(path) }
            while text.unicodeScalars.last == "\n" || text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
            guard !text.isEmpty else { throw .noFile(path) }
            return Secret(text)
        }
    }
}
