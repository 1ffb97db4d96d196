import Foundation

/// `courtois receive` beside the pipe that keeps nothing, on one file and in turns.
struct ReceiveRun {
    let house: LoadHouse
    let lines: Int
    let rounds: Int

    func run(_ report: inout LoadReport) throws {
        let inbox = house.folder + "/inbox.jsonl"
        try house.messages.write(lines: lines, to: inbox)
        var (kept, piped): ([Figures], [Figures]) = ([], [])
        for _ in 0..<rounds {
            piped.append(try measure(["--rules", house.rules], inbox))
            house.remove("receive")
            kept.append(try measure(["receive", "--rules", house.rules, "--store", house.path(of: "receive")], inbox))
        }
        house.remove("receive")
        let (receive, pipe) = (Self.median(kept), Self.median(piped))
        LoadReport.say(
            "courtois receive, \(lines) distinct messages of \(house.messages.meanCharacters) characters, median of \(rounds)")
        report.claim("messages/s, each on the disk", "\(Int(Double(lines) / receive.seconds))", Double(lines) / receive.seconds >= 20_000)
        LoadReport.say("         messages/s of the pipe, which keeps nothing: \(Int(Double(lines) / pipe.seconds))")
        LoadReport.say(
            "         µs of processor time a message: \(micros(receive)), of the pipe \(micros(pipe)); for keeping it "
                + LoadReport.decimal((receive.processorSeconds - pipe.processorSeconds) * 1e6 / Double(lines)))
        let most = kept.map(\.megabytes).max() ?? 0
        report.claim("memory at most", "\(most) MB", most <= 100)
    }

    private struct Figures {
        let seconds: Double
        let processorSeconds: Double
        let megabytes: Int
    }

    private func measure(_ arguments: [String], _ inbox: String) throws -> Figures {
        let start = ContinuousClock.now
        let child = try LoadChild(house.binary, arguments, input: inbox, log: house.folder + "/receive.log")
        let (status, megabytes, seconds) = child.watch()
        guard status == 0 else { throw LoadFailure("\(house.binary) ended with \(status); see \(house.folder)/receive.log") }
        let elapsed = (ContinuousClock.now - start).components
        return Figures(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, processorSeconds: seconds, megabytes: megabytes)
    }

    private static func median(_ figures: [Figures]) -> Figures { figures.sorted { $0.seconds < $1.seconds }[figures.count / 2] }

    private func micros(_ figures: Figures) -> String { LoadReport.decimal(figures.processorSeconds * 1e6 / Double(lines)) }
}
