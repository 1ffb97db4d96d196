/// What `courtois-stress` was asked for.
struct StressOptions: Equatable {
    var kills = 100
    var drafts = 10_000
    var seed: UInt64

    static let help = """
        USAGE: courtois-stress [--kills N] [--drafts N] [--seed N]

        Puts the desk under force and says, claim by claim, what held. Exit code 0 when everything did, 1 when something did
        not (its stores are kept then), 64 for a wrong call.

          --kills N    Times a process that receives, reviews and delivers is killed; 0 for none. (default: 100)
          --drafts N   Drafts that two reviewers race for; 0 for none. (default: 10000)
          --seed N     Repeats the choices of a run. (default: another each time)
          --help       Print this.

        """

    /// What the words of the call come to.
    enum Call: Equatable {
        case run(StressOptions)
        case help
        /// One of the processes that a run starts.
        case part(isWorker: Bool, store: String, peer: String, first: Int)
        case wrong(String)
    }

    /// - Parameter seed: Where none is given.
    static func read(_ words: [String], seed: UInt64) -> Call {
        if words.count == 4, words[0] == "worker" || words[0] == "drain", let first = Int(words[3]) {
            return .part(isWorker: words[0] == "worker", store: words[1], peer: words[2], first: first)
        }
        if words.contains("--help") || words.contains("-h") { return .help }
        var options = StressOptions(seed: seed)
        var rest = words[...]
        while let name = rest.popFirst() {
            guard ["--kills", "--drafts", "--seed"].contains(name) else {
                return .wrong("unknown option “\(name)”: there are --kills, --drafts, --seed and --help")
            }
            guard let word = rest.popFirst(), let number = Int(word), (0...1_000_000).contains(number) else {
                return .wrong("\(name) needs a whole number from 0 to 1000000")
            }
            switch name {
            case "--kills": options.kills = number
            case "--drafts": options.drafts = number
            default: options.seed = UInt64(number)
            }
        }
        return .run(options)
    }
}
