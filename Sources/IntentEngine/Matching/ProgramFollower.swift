/// Follows the programs of phrases in a window of the units of one clause.
///
/// Places between units are bits of a word: bit i stands before the i-th unit of the window. So a phrase is followed from
/// every place it may have come to at once, and a step over a word is a shift and two ANDs, whatever gaps led there (bit
/// parallelism after Baeza-Yates and Gonnet, “A New Approach to Text Searching”, 1992).
struct ProgramFollower {
    let programs: UnsafeBufferPointer<UInt32>
    private let sets: UnsafeBufferPointer<UInt32>
    private let symbols: WindowSymbols

    /// Places before a unit behind a pause.
    private var pauses: UInt64 = 0
    /// Places where `^` and `$` stand.
    private var phraseStarts: UInt64 = 0
    private var phraseEnds: UInt64 = 0

    /// What phrases take as one, counted from the window's first unit, and the places where such start and end.
    private(set) var jumps = UnsafeBufferPointer<Jump>(start: nil, count: 0)
    private var jumpStarts: UInt64 = 0
    private var jumpEnds: UInt64 = 0

    /// Where the phrase being followed may start and end.
    private(set) var starts: UInt64 = 0
    private(set) var ends: UInt64 = 0

    init(_ automaton: Automaton, _ symbols: WindowSymbols) {
        programs = automaton.programs.elements
        sets = automaton.sets.elements
        self.symbols = symbols
    }

    /// Notes what the flags of a unit say of the place before it.
    mutating func note(_ flags: Unit.Flags, _ at: Int) {
        let bit: UInt64 = 1 << UInt64(at)
        if flags.contains(.afterPause) { pauses |= bit }
        if !flags.isDisjoint(with: [.startsClause, .afterPause]) { phraseEnds |= bit }
        if !flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) { phraseStarts |= bit }
    }

    /// Notes that the message ends before the unit `at`.
    mutating func noteEnd(_ at: Int) { phraseEnds |= 1 << UInt64(at) }

    /// Takes on what phrases take as one, and marks the symbols.
    mutating func take(_ jumps: UnsafeBufferPointer<Jump>) {
        self.jumps = jumps
        for jump in jumps {
            symbols.mark(jump.symbol)
            jumpStarts |= 1 << UInt64(jump.start)
            jumpEnds |= 1 << UInt64(jump.end)
        }
    }

    /// Follows a program from the units `start..<end` towards both ends of its phrase; whether it is found: from each of
    /// `starts` to each of `ends`.
    @inline(__always)
    mutating func follow(_ program: Int, from start: Int, to end: Int) -> Bool {
        let program = Automaton.Program(at: program, in: programs)
        guard stands(anyOf: program.checks) else { return false }
        let place: UInt64 = 1 << UInt64(start)
        starts = 0
        if programs[program.back] == Automaton.Instruction.end.bits { starts = place } else { goBack(program.back, from: place, gap: 0) }
        if starts == 0 { return false }
        ends = 0
        goAhead(program.ahead, from: 1 << UInt64(end), gap: 0)
        return ends != 0
    }

    /// Whether one of some symbols of a program stands in the window, or none is asked for.
    @inline(__always)
    private func stands(anyOf checks: Range<Int>) -> Bool {
        if checks.isEmpty { return true }
        var found: UInt64 = 0
        var at = checks.lowerBound
        repeat {
            found |= symbols.bit(ofFourFrom: at, in: programs)
            at &+= 4
        } while at < checks.upperBound
        return found & 1 != 0
    }

    // MARK: Towards the start

    /// Runs the instructions from `next` on, before words that start at `places`; `gap` words may be passed over.
    private mutating func goBack(_ next: Int, from places: UInt64, gap: Int) {
        var (next, places, gap) = (next, places, gap)
        while true {
            let step = Automaton.Instruction(bits: programs[next])
            switch step.kind {
            case .symbol where step.value <= Symbol.lastGap:
                if step.value == Symbol.clauseEnd { return }
                if step.value == Symbol.clauseStart {
                    starts |= places & phraseStarts
                    return
                }
                gap = max(gap, step.value - Int(Symbol.firstGap))
                next &+= 1
            case .symbol, .set:
                let behind = next &+ 1
                let before = stepBack(over: step, from: places, gap: gap)
                if !step.isOptional {
                    places = before
                } else if gap == 0 {
                    places |= before
                } else {
                    goBack(behind, from: places, gap: gap)
                    places = before
                }
                if places == 0 { return }
                gap = 0
                next = behind
            case .choice:
                let reach = gap == 0 ? places : widenBack(places, gap)
                let way = choose(at: next, of: step.value, units: reach >> 1, orJump: reach & jumpEnds != 0) {
                    $0.goBack($1, from: places, gap: gap)
                }
                guard let way else { return }
                next = way
            case .jump: next &+= step.distance
            case .end:
                starts |= places
                return
            }
        }
    }

    /// The places before a word that the step takes, and after it one of `places`, or up to `gap` words before one.
    @inline(__always)
    private func stepBack(over step: Automaton.Instruction, from places: UInt64, gap: Int) -> UInt64 {
        let words = words(of: step)
        if words == 0, jumpEnds == 0 { return 0 }
        let reach = gap == 0 ? places : widenBack(places, gap)
        var before = reach >> 1 & words
        if reach & jumpEnds != 0 {
            for jump in jumps where reach >> UInt64(jump.end) & 1 != 0 && holds(step, jump.symbol) {
                before |= 1 << UInt64(jump.start)
            }
        }
        return before
    }

    /// `places` and those up to `gap` words before them; a pause costs as much as a word.
    private func widenBack(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let before = level
            level = (before & ~pauses) >> 1 | late
            late = (before & pauses) >> 1
            all |= level
        }
        return all
    }

    // MARK: Towards the end

    /// Runs the instructions from `next` on, behind words that end at `places`; `gap` words may be passed over.
    private mutating func goAhead(_ next: Int, from places: UInt64, gap: Int) {
        var (next, places, gap) = (next, places, gap)
        while true {
            let step = Automaton.Instruction(bits: programs[next])
            switch step.kind {
            case .symbol where step.value <= Symbol.lastGap:
                if step.value == Symbol.clauseStart { return }
                if step.value == Symbol.clauseEnd {
                    places &= phraseEnds
                    if places == 0 { return }
                    gap = 0
                } else {
                    gap = max(gap, step.value - Int(Symbol.firstGap))
                }
                next &+= 1
            case .symbol, .set:
                let behind = next &+ 1
                let after = stepAhead(over: step, from: places, gap: gap)
                if !step.isOptional {
                    places = after
                } else if gap == 0 {
                    places |= after
                } else {
                    goAhead(behind, from: places, gap: gap)
                    places = after
                }
                if places == 0 { return }
                gap = 0
                next = behind
            case .choice:
                let reach = gap == 0 ? places : widenAhead(places, gap)
                let way = choose(at: next, of: step.value, units: reach, orJump: reach & jumpStarts != 0) {
                    $0.goAhead($1, from: places, gap: gap)
                }
                guard let way else { return }
                next = way
            case .jump: next &+= step.distance
            case .end:
                ends |= places
                return
            }
        }
    }

    /// The places behind a word that the step takes, and before it one of `places`, or up to `gap` words behind one.
    @inline(__always)
    private func stepAhead(over step: Automaton.Instruction, from places: UInt64, gap: Int) -> UInt64 {
        let words = words(of: step)
        if words == 0, jumpStarts == 0 { return 0 }
        let reach = gap == 0 ? places : widenAhead(places, gap)
        var after = (reach & words) << 1
        if reach & jumpStarts != 0 {
            for jump in jumps where reach >> UInt64(jump.start) & 1 != 0 && holds(step, jump.symbol) {
                after |= 1 << UInt64(jump.end)
            }
        }
        return after
    }

    /// `places` and those up to `gap` words behind them; a pause costs as much as a word.
    private func widenAhead(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let next = level << 1
            level = next & ~pauses | late
            late = next & pauses
            all |= level
        }
        return all
    }

    // MARK: Ways of a choice

    /// Follows each way that may lead on but the last, which is returned; nil where none does.
    ///
    /// - Parameters:
    ///   - units: Those that may come next.
    ///   - orJump: Whether several taken as one may.
    @inline(__always)
    private mutating func choose(
        at place: Int, of count: Int, units: UInt64, orJump: Bool, _ follow: (inout Self, Int) -> Void
    ) -> Int? {
        var last: Int?
        for way in place &+ 1...place &+ count {
            let first = programs[way]
            guard symbols.stands(first) else { continue }
            guard first == Symbol.none || symbols.units(of: first) & units != 0 || orJump else { continue }
            if let last { follow(&self, last) }
            last = place &+ Int(programs[way &+ count])
        }
        return last
    }

    // MARK: Symbols of a step

    /// The units that are words the step takes.
    @inline(__always)
    private func words(of step: Automaton.Instruction) -> UInt64 {
        if step.kind == .symbol { return symbols.units(of: UInt32(step.value)) }
        var words: UInt64 = 0
        for symbol in members(of: step) { words |= symbols.units(of: symbol) }
        return words
    }

    private func holds(_ step: Automaton.Instruction, _ symbol: UInt32) -> Bool {
        step.kind == .symbol ? step.value == symbol : members(of: step).contains(symbol)
    }

    /// The symbols of a set.
    @inline(__always)
    private func members(of step: Automaton.Instruction) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: sets[step.value + 1...step.value + Int(sets[step.value])])
    }
}
