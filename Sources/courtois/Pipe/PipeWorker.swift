import Desk
import IntentEngine

/// One line ready to be answered.
enum PipeLine {
    case message(MessageReader.Reading)
    case refused(String)
    case empty
}

/// Answers the lines of its shards. A conversation always falls to the same shard, whatever the number of jobs, so
/// that the output does not depend on it.
///
/// `@unchecked Sendable`: between blocks the pipe owns it; during a block one task alone does.
final class PipeWorker: @unchecked Sendable {
    private var desk: MessageDesk
    private var memories = [ConversationMemory](repeating: ConversationMemory(capacity: conversations), count: shards)
    private let rendersText: TextRenderer?
    /// What the current block's lines gave, and where each ends, in the order they were answered.
    private(set) var output: [UInt8] = []
    private(set) var ends: [Int] = []

    static let shards = 64
    /// Conversations remembered by one shard.
    private static let conversations = 1024

    init(desk: MessageDesk, rendersText: TextRenderer?) {
        self.desk = desk
        self.rendersText = rendersText
    }

    /// The shard of a line: by conversation where there is one.
    static func shard(of line: PipeLine, number: Int) -> Int {
        guard case .message(let reading) = line, reading.message.conversation != nil else { return number % shards }
        return Int(StableHash.conversation(of: reading.message) % UInt64(shards))
    }

    func startBlock() {
        output.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    func answer(_ line: PipeLine, number: Int, shard: Int) {
        switch line {
        case .empty: break
        case .refused(let cause):
            if let rendersText {
                rendersText.renderRefusal(line: number, cause: cause, to: &output)
            } else {
                DecisionWriter.writeRefusal(line: number, cause: cause, to: &output)
            }
        case .message(let reading): answer(reading, shard: shard)
        }
        ends.append(output.count)
    }

    private func answer(_ reading: MessageReader.Reading, shard: Int) {
        guard reading.message.conversation != nil else {
            var used = UsedTexts()
            return answer(reading, used: &used)
        }
        memories[shard].update(StableHash.conversation(of: reading.message)) { answer(reading, used: &$0) }
    }

    private func answer(_ reading: MessageReader.Reading, used: inout UsedTexts) {
        guard let rendersText else { return desk.answer(reading, used: &used, to: &output) }
        let understanding = desk.understand(reading.message)
        let decision = desk.decide(reading.message, understanding, used: &used)
        rendersText.render(reading, understanding, decision, rulebook: desk.rulebook, to: &output)
    }
}
