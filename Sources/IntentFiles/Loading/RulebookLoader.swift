import Desk
import IntentEngine

/// Reads a folder of rules and compiles it.
public struct RulebookLoader {
    private var source = RuleSource()
    private var findings: [RuleFinding] = []
    private var intents: [IntentFile] = []
    private var signals: [SignalFile] = []
    private var brand: BrandFile?
    private var policy = PolicyFile()
    private var polarityTests: [PolarityExample] = []
    private var blocks = BlocksFile()
    /// What `{{site}}` and the like stand for, in the typography of each language.
    private var constants: [Language: [String: String]] = [:]

    /// The rulebook below `path`. Never throws and never stops at the first mistake: see its findings.
    ///
    /// - Parameter purpose: `answering` leaves the examples unread, which a rulebook at work does not need.
    public static func load(_ path: String, for purpose: Purpose = .checking) -> LoadedRulebook {
        compile(RuleFolder(root: path), for: purpose)
    }

    /// What is written below `path`, for checking.
    static func read(_ path: String) -> WrittenRules { read(RuleFolder(root: path), for: .checking) }

    /// The rulebook below `path` for answering, from `cache` when these very files were compiled before.
    public static func load(_ path: String, cache: RulebookCache?) -> LoadedRulebook {
        let folder = RuleFolder(root: path)
        guard let cache, folder.findings.isEmpty else { return compile(folder, for: .answering) }
        if let kept = cache.rulebook(folder.hash) { return kept }
        if let compiled = compileAndKeep(folder, in: cache) { return compiled }
        // Read back, so that what compiling left behind is given up before.
        return cache.rulebook(folder.hash) ?? compile(folder, for: .answering)
    }

    /// Compiles a folder into the cache; what was compiled where it could not be kept.
    private static func compileAndKeep(_ folder: RuleFolder, in cache: RulebookCache) -> LoadedRulebook? {
        let loaded = compile(folder, for: .answering)
        return loaded.findings.isEmpty && cache.keep(loaded) ? nil : loaded
    }

    private static func compile(_ folder: RuleFolder, for purpose: Purpose) -> LoadedRulebook {
        let written = read(folder, for: purpose)
        let (rulebook, findings) = RulebookCompiler.compile(written.source)
        return LoadedRulebook(written, rulebook, findings)
    }

    private static func read(_ folder: RuleFolder, for purpose: Purpose) -> WrittenRules {
        var loader = RulebookLoader()
        loader.findings = folder.findings
        for file in RuleFile.read(folder.files, for: purpose) { loader.add(file) }
        return loader.finish(hash: folder.hash, isEmpty: folder.files.isEmpty)
    }

    /// What a rulebook is loaded for.
    public enum Purpose: Sendable {
        case answering, checking
    }

    private mutating func add(_ file: RuleFile) {
        findings += file.findings
        switch file.content {
        case .brand(let file): brand = file
        case .vocabulary(let lists): source.lists += lists
        case .policy(let file): policy = file
        case .polarity(let patterns, let examples):
            source.polarity += patterns
            polarityTests += examples
        case .blocks(let file): blocks = file
        case .spelling(let rewrites, let known):
            source.rewrites += rewrites
            source.knownWords += known
        case .signal(let file): signals.append(file)
        case .intent(let file): intents.append(file)
        case nil: break
        }
    }

    // MARK: Putting in order

    private mutating func finish(hash: String, isEmpty: Bool) -> WrittenRules {
        if brand == nil, !isEmpty { report("brand.yaml", "there is no brand.yaml", "say who speaks: name, opening hours, answers, teams") }
        if intents.isEmpty, !isEmpty { report(".", "there is no intent", "write one as <category>/<intent>.yaml") }
        dropRepeated()
        source.intents = intents.map(\.owner)
        source.signals = signals.map(\.owner)
        source.thresholds = policy.thresholds
        source.orderNumberShapes = brand?.orderNumberShapes ?? []
        let ownFindings = findings.count
        let hours = OpeningHours(week: Array(repeating: [], count: 7), zone: .utc)
        let deskPolicy = makePolicy()
        let library = makeLibrary()
        checkHoldings(deskPolicy, library)
        checkDisclosure(deskPolicy, library)
        return WrittenRules(
            source: source, policy: deskPolicy, brand: brand?.brand ?? Brand(name: "", openingHours: hours), library: library,
            tests: intents.map(\.tests) + signals.map(\.tests), polarityTests: polarityTests, hash: hash, findings: findings,
            ownFindings: ownFindings)
    }

    private mutating func report(_ file: String, _ cause: String, _ remedy: String) {
        findings.append(RuleFinding(place: SourcePlace(file: file, line: 1), cause: cause, remedy: remedy))
    }

    /// Names are unique over intents and over signals; the second of two is a finding.
    private mutating func dropRepeated() {
        var seen: [String: SourcePlace] = [:]
        for tests in intents.map(\.tests) + signals.map(\.tests) {
            let key = (tests.isSignal ? "signal " : "intent ") + tests.name
            if let first = seen[key] {
                findings.append(
                    RuleFinding(
                        place: tests.place, cause: "the \(key) stands in \(first.file) already", remedy: "rename or remove one of the two"))
            } else {
                seen[key] = tests.place
            }
        }
        var names: Set<String> = []
        intents.removeAll { !names.insert($0.owner.name).inserted }
        names = []
        signals.removeAll { !names.insert($0.owner.name).inserted }
    }

    private mutating func makePolicy() -> Policy {
        var intentPolicies = intents.map(\.policy)
        for (name, place) in policy.send {
            guard let number = intents.firstIndex(where: { $0.owner.name == name }) else {
                findings.append(
                    RuleFinding(
                        place: place, cause: "unknown intent “\(name)” in send",
                        remedy: Suggestion.remedy(for: name, among: intents.map(\.owner.name))))
                continue
            }
            if intentPolicies[number].action == .draft {
                intentPolicies[number].action = .send
            } else {
                findings.append(
                    RuleFinding(
                        place: place,
                        cause: "“\(name)” may leave unreviewed here but is “\(intentPolicies[number].action.rawValue)” in its file",
                        remedy: "remove it from send, or make it a draft"))
            }
        }
        let signalNames = signals.map(\.owner.name)
        for (name, place) in policy.places where !signalNames.contains(name) {
            findings.append(
                RuleFinding(
                    place: place, cause: "unknown signal “\(name)”", remedy: Suggestion.remedy(for: name, among: signalNames)))
        }
        let signalPolicies = signals.map { signal in
            var signalPolicy = policy.signals[signal.owner.name] ?? SignalPolicy(title: [:])
            if policy.signals[signal.owner.name] == nil {
                findings.append(
                    RuleFinding(
                        place: signal.tests.place, cause: "policy.yaml does not say what follows from the signal “\(signal.owner.name)”",
                        remedy: "add it under signals, at its place in the order of owners"))
            }
            signalPolicy.title = signal.title
            return signalPolicy
        }
        var deskPolicy = Policy(
            intents: intentPolicies, signals: signalPolicies, weights: policy.weights, carefulFrom: policy.carefulFrom,
            humanFrom: policy.humanFrom, provenFrom: policy.provenFrom, unknown: policy.unknown,
            severalInPublic: policy.severalInPublic)
        deskPolicy.concernFrom = policy.concernFrom
        deskPolicy.clearLead = policy.clearLead
        deskPolicy.alarm = policy.alarm
        return deskPolicy
    }

    private mutating func makeLibrary() -> ReplyLibrary {
        var library = ReplyLibrary()
        for language in Language.ruled {
            constants[language] = brand?.constants.mapValues {
                ReplyText($0, language, .private, at: SourcePlace(file: "brand.yaml", line: 1)).text
            }
        }
        library.asked = blocks.asked
        var counts: [String: Int] = [:]
        for block in blocks.blocks {
            add(block.text, block.purpose, "block/\(block.name)", to: &library, &counts)
        }
        for (number, intent) in intents.enumerated() {
            for reply in intent.replies { add(reply, .body(number), intent.owner.name, to: &library, &counts) }
        }
        return library
    }

    private mutating func add(
        _ reply: ReplyText, _ purpose: ReplyLibrary.Purpose, _ name: String, to library: inout ReplyLibrary, _ counts: inout [String: Int]
    ) {
        let stem = "\(name)/\(reply.language.rawValue)/\(reply.visibility.rawValue)"
        counts[stem, default: 0] += 1
        do {
            let known: Set<Placeholder> = purpose == .request ? [.asked] : []
            let template = try Template.read(reply.text, constants: constants[reply.language] ?? [:], known: known)
            if reply.visibility == .public, let personal = template.placeholders.first(where: \.isPersonal) {
                findings.append(
                    RuleFinding(
                        place: reply.place, cause: "{{\(personal.rawValue)}} in a public reply",
                        remedy: "personal data is for private replies only"))
            }
            library.add(
                template, to: ReplyLibrary.Key(purpose, reply.language, reply.visibility), name: "\(stem)/\(counts[stem] ?? 1)",
                place: reply.place)
        } catch {
            findings.append(RuleFinding(place: reply.place, cause: error.cause, remedy: error.remedy))
        }
    }

    /// What may leave unread says that no person wrote it, so that there must be words for that.
    private mutating func checkDisclosure(_ policy: Policy, _ library: ReplyLibrary) {
        guard let intent = policy.intents.firstIndex(where: { $0.action == .send }) else { return }
        let name = intents[intent].owner.name
        let place = self.policy.send.first { $0.name == name }?.place ?? intents[intent].tests.place
        for language in Language.ruled {
            for visibility in Message.Visibility.allCases
            where library.entries(ReplyLibrary.Key(.disclosure, language, visibility)).isEmpty {
                let key = "\(language.rawValue), \(visibility.rawValue)"
                findings.append(
                    RuleFinding(
                        place: place,
                        cause: "“\(name)” may leave unread, and no text discloses that an automated assistant wrote it (\(key))",
                        remedy: "add it to blocks.yaml under disclosure, or take the intent from send"))
            }
        }
    }

    /// Every holding reply that is named must exist.
    private mutating func checkHoldings(_ policy: Policy, _ library: ReplyLibrary) {
        let known = Set(library.holdings)
        var named: [(String, SourcePlace)] = []
        for (number, intent) in policy.intents.enumerated() {
            if let name = intent.holding { named.append((name, intents[number].tests.place)) }
        }
        for (number, signal) in policy.signals.enumerated() {
            if let name = signal.holding {
                named.append((name, self.policy.places[signals[number].owner.name] ?? signals[number].tests.place))
            }
        }
        for name in [policy.unknown.holding, policy.unknown.otherLanguageHolding, policy.severalInPublic].compactMap(\.self) {
            named.append((name, SourcePlace(file: "policy.yaml", line: 1)))
        }
        if let alarm = policy.alarm, let place = self.policy.alarmHolding { named.append((alarm.holding, place)) }
        for (name, place) in named where !known.contains(name) {
            findings.append(
                RuleFinding(
                    place: place, cause: "unknown holding reply “\(name)”", remedy: Suggestion.remedy(for: name, among: known.sorted())))
        }
    }
}
