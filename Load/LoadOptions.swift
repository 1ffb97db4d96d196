/// What `courtois-load` was asked for.
struct LoadOptions: Equatable {
    let binary: String
    var rules = "intents"
    /// The one measure wanted; nil for all.
    var only: Measure?
    var lines = 100_000
    var messages = 1_000_000
    var seconds = 10
    var rounds = 3

    enum Measure: String, CaseIterable {
        case receive
        case webhooks
        case memory
        case kill
    }

    static let help = """
        USAGE: courtois-load BINARY [--rules FOLDER] [--only MEASURE] [--lines N] [--messages N] [--seconds N] [--rounds N]

        Puts the desk of the program BINARY under load and says, claim by claim, what held. Exit code 0 when everything did, 1
        when something did not (what was left is kept then), 64 for a wrong call.

          --rules FOLDER  Folder of the rulebook. (default: intents)
          --only MEASURE  receive: what is taken from standard input; webhooks: what is taken from a platform, beside a bare
                          route; memory: what the server holds after many messages; kill: what is left when it is killed.
                          (default: all, some five minutes)
          --lines N       Messages of a receive. (default: 100000)
          --messages N    Messages after which memory is looked at. (default: 1000000)
          --seconds N     How long webhooks are sent, each time. (default: 10)
          --rounds N      Times each is measured; the median counts. (default: 3)
          --help          Print this.

        """

    /// What the words of the call come to.
    enum Call: Equatable {
        case run(LoadOptions)
        case help
        /// The route that webhooks are measured beside, in a process of its own.
        case bare
        case wrong(String)
    }

    static func read(_ words: [String]) -> Call {
        if words == ["bare"] { return .bare }
        if words.contains("--help") || words.contains("-h") { return .help }
        guard let binary = words.first, !binary.hasPrefix("-") else { return .wrong("which program? Name it first, as “--help” shows") }
        var options = LoadOptions(binary: binary)
        var rest = words.dropFirst()
        while let name = rest.popFirst() {
            guard ["--rules", "--only", "--lines", "--messages", "--seconds", "--rounds"].contains(name) else {
                return .wrong("unknown option “\(name)”; “--help” lists them")
            }
            guard let word = rest.popFirst() else { return .wrong("\(name) needs a value") }
            switch name {
            case "--rules": options.rules = word
            case "--only":
                guard let measure = Measure(rawValue: word) else {
                    return .wrong("--only takes \(Measure.allCases.map(\.rawValue).joined(separator: ", ")), not “\(word)”")
                }
                options.only = measure
            default:
                guard let number = Int(word), (1...100_000_000).contains(number) else {
                    return .wrong("\(name) needs a whole number from 1 to 100000000")
                }
                switch name {
                case "--lines": options.lines = number
                case "--messages": options.messages = number
                case "--seconds": options.seconds = number
                default: options.rounds = number
                }
            }
        }
        return .run(options)
    }
}
