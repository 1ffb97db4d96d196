/// Webhooks with a durable commit each, beside a bare route that only decodes the same JSON: the same load, in turns.
struct WebhookRun {
    let house: LoadHouse
    let seconds: Int
    let rounds: Int

    func run(_ report: inout LoadReport) async throws {
        let wrk = try WrkRun(house.messages, in: house.folder)
        let (server, port) = try await house.serve("webhooks")
        let (bare, barePort) = try await house.serveBare()
        defer {
            server.end()
            bare.end()
            house.remove("webhooks")
        }
        var (ours, theirs): ([WrkRun.Figures], [WrkRun.Figures]) = ([], [])
        _ = try wrk.run(port: barePort, seconds: 1, first: 0)
        _ = try wrk.run(port: port, seconds: 1, first: 0)
        let before = (server.processorSeconds, bare.processorSeconds)
        for round in 1...rounds {
            theirs.append(try wrk.run(port: barePort, seconds: seconds, first: round * 10_000_000))
            ours.append(try wrk.run(port: port, seconds: seconds, first: round * 10_000_000))
        }
        let used = (server.processorSeconds - before.0, bare.processorSeconds - before.1)
        let (our, bareRate) = (Self.median(ours.map(\.perSecond)), Self.median(theirs.map(\.perSecond)))
        LoadReport.say(
            "webhooks of telegram at \(WrkRun.connections) connections, \(rounds) times \(seconds) s, median, wrk on the same machine")
        report.claim(
            "accepted a second, each on the disk with its decision",
            "\(Int(our)), the bare route \(Int(bareRate)): "
                + LoadReport.decimal(our / bareRate) + " of it", our >= bareRate / 2)
        let requests = (Double(ours.reduce(0) { $0 + $1.requests }), Double(theirs.reduce(0) { $0 + $1.requests }))
        LoadReport.say(
            "         µs of processor time a call: \(LoadReport.decimal(used.0 * 1e6 / requests.0)), of the bare route "
                + LoadReport.decimal(used.1 * 1e6 / requests.1))
        let slow = ours.map(\.p99).max() ?? 0
        report.claim("99 of 100 are answered within", "\(LoadReport.decimal(slow)) ms in the worst round", slow <= 50)
        let errors = ours.reduce(0) { $0 + $1.errors }
        report.claim("errors", "\(errors)", errors == 0)
    }

    private static func median(_ rates: [Double]) -> Double { rates.sorted()[rates.count / 2] }
}
