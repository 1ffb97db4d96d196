import Desk
import IntentEngine
import Yams

/// `blocks.yaml`: the parts every draft is built from.
struct BlocksFile {
    struct Block {
        let purpose: ReplyLibrary.Purpose
        let name: String
        let text: ReplyText
    }

    var blocks: [Block] = []
    var asked: [Placeholder: [Language: String]] = [:]

    static let keys = ["greeting", "acknowledgement", "also", "request", "asked", "disclosure", "closing", "signature", "holding"]
}

extension YAMLReader {
    mutating func blocks(_ document: Node) -> BlocksFile {
        let fields = fields(document, "the blocks", known: BlocksFile.keys)
        var file = BlocksFile()
        for (name, purpose) in [
            ("greeting", ReplyLibrary.Purpose.greeting), ("also", .also), ("request", .request),
            ("disclosure", .disclosure), ("closing", .closing), ("signature", .signature),
        ] {
            file.blocks += blocks(fields[name], name, purpose)
        }
        for (name, key, value) in pairs(fields["acknowledgement"], "acknowledgement") {
            let tones = Acknowledgement.allCases.filter { $0 != .none }.map(\.rawValue)
            guard let tone = choice(key, "tone", tones, Acknowledgement.init(rawValue:)), tone != .none else { continue }
            file.blocks += blocks(value, "acknowledgement.\(name)", .acknowledgement(tone))
        }
        for (name, _, value) in pairs(fields["holding"], "holding") {
            file.blocks += blocks(value, "holding.\(name)", .holding(name))
        }
        for (_, key, value) in pairs(fields["asked"], "asked") {
            let names = Placeholder.allCases.filter { $0.entity != nil }.map(\.rawValue)
            guard let placeholder = choice(key, "placeholder", names, Placeholder.init(rawValue:)) else { continue }
            file.asked[placeholder] = texts(value, "asked")
        }
        return file
    }

    /// `{fr: {private: [...], public: [...]}, en: …}`
    private mutating func blocks(_ node: Node?, _ name: String, _ purpose: ReplyLibrary.Purpose) -> [BlocksFile.Block] {
        var blocks: [BlocksFile.Block] = []
        for (language, node) in languages(node, name) {
            let fields = fields(node, name, known: Message.Visibility.allCases.map(\.rawValue))
            for visibility in Message.Visibility.allCases {
                for item in items(fields[visibility.rawValue], name) {
                    guard let text = text(item, name) else { continue }
                    let reply = ReplyText(text, language, visibility, at: place(of: item))
                    blocks.append(BlocksFile.Block(purpose: purpose, name: name, text: reply))
                }
            }
        }
        return blocks
    }
}
