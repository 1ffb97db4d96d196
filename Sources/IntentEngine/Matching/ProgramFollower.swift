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
    /// The places to which what is followed has led.
    private var reached: UInt64 = 0

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
        starts = run(program.back, from: 1 << UInt64(start), Back.self)
        if starts == 0 { return false }
        ends = run(program.ahead, from: 1 << UInt64(end), Ahead.self)
        return ends != 0
    }

    /// Where the instructions from `first` on lead to from a place.
    @inline(__always)
    private mutating func run<Way: Direction>(_ first: Int, from place: UInt64, _ way: Way.Type) -> UInt64 {
        if programs[first] == Automaton.Instruction.end.bits { return place }
        reached = 0
        go(way, first, from: place, gap: 0)
        return reached
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

    // MARK: Instructions

    /// Runs the instructions from `next` on, from `places`; `gap` words may be passed over.
    private mutating func go<Way: Direction>(_ way: Way.Type, _ next: Int, from places: UInt64, gap: Int) {
        var (next, places, gap) = (next, places, gap)
        while true {
            let step = Automaton.Instruction(bits: programs[next])
            switch step.kind {
            case .symbol where step.value <= Symbol.lastGap:
                if step.value > Symbol.clauseEnd {
                    gap = max(gap, step.value - Int(Symbol.firstGap))
                } else {
                    if step.value != Way.lastSign { return }
                    places &= Way.isAhead ? phraseEnds : phraseStarts
                    if places == 0 { return }
                    gap = 0
                }
                next &+= 1
            case .symbol, .set:
                let behind = next &+ 1
                let further = self.step(way, over: step, from: places, gap: gap)
                if !step.isOptional {
                    places = further
                } else if gap == 0 {
                    places |= further
                } else {
                    go(way, behind, from: places, gap: gap)
                    places = further
                }
                if places == 0 { return }
                gap = 0
                next = behind
            case .choice:
                guard let last = choose(way, at: next, of: step.value, from: places, gap: gap) else { return }
                next = last
            case .jump: next &+= step.distance
            case .end:
                reached |= places
                return
            }
        }
    }

    /// The places beyond a word that the step takes, and on this side of it one of `places`, or up to `gap` words further.
    @inline(__always)
    private func step<Way: Direction>(_ way: Way.Type, over step: Automaton.Instruction, from places: UInt64, gap: Int) -> UInt64 {
        let words = words(of: step)
        let jumpPlaces = Way.isAhead ? jumpStarts : jumpEnds
        if words == 0, jumpPlaces == 0 { return 0 }
        let reach = gap == 0 ? places : widen(way, places, gap)
        var further = Way.beyond(Way.units(at: reach) & words)
        if reach & jumpPlaces != 0 {
            for jump in jumps {
                let (near, far) = Way.isAhead ? (jump.start, jump.end) : (jump.end, jump.start)
                if reach >> UInt64(near) & 1 != 0, holds(step, jump.symbol) { further |= 1 << UInt64(far) }
            }
        }
        return further
    }

    /// `places` and those up to `gap` words further; a pause costs as much as a word.
    private func widen<Way: Direction>(_ way: Way.Type, _ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            (level, late) = Way.step(level, late, pauses)
            all |= level
        }
        return all
    }

    /// Follows each way of a choice that may lead on but the last, which is returned; nil where none does.
    @inline(__always)
    private mutating func choose<Way: Direction>(_ way: Way.Type, at place: Int, of count: Int, from places: UInt64, gap: Int) -> Int? {
        let reach = gap == 0 ? places : widen(way, places, gap)
        let units = Way.units(at: reach)
        let mayJump = reach & (Way.isAhead ? jumpStarts : jumpEnds) != 0
        var last: Int?
        for option in place &+ 1...place &+ count {
            let first = programs[option]
            guard symbols.stands(first) else { continue }
            guard first == Symbol.none || symbols.units(of: first) & units != 0 || mayJump else { continue }
            if let last { go(way, last, from: places, gap: gap) }
            last = place &+ Int(programs[option &+ count])
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

/// Towards which end of a phrase its instructions are run.
private protocol Direction {
    static var isAhead: Bool { get }
    /// The sign that stands at that end.
    static var lastSign: Int { get }
    /// The units next to some places, each by the bit of the place before it.
    static func units(at places: UInt64) -> UInt64
    /// The places beyond some units.
    static func beyond(_ units: UInt64) -> UInt64
    /// The places a word further than `level`, where there is no pause between, or than `late`, which waited for one.
    static func step(_ level: UInt64, _ late: UInt64, _ pauses: UInt64) -> (level: UInt64, late: UInt64)
}

private enum Back: Direction {
    static var isAhead: Bool { false }
    static var lastSign: Int { Int(Symbol.clauseStart) }
    static func units(at places: UInt64) -> UInt64 { places >> 1 }
    static func beyond(_ units: UInt64) -> UInt64 { units }

    static func step(_ level: UInt64, _ late: UInt64, _ pauses: UInt64) -> (level: UInt64, late: UInt64) {
        ((level & ~pauses) >> 1 | late, (level & pauses) >> 1)
    }
}

private enum Ahead: Direction {
    static var isAhead: Bool { true }
    static var lastSign: Int { Int(Symbol.clauseEnd) }
    static func units(at places: UInt64) -> UInt64 { places }
    static func beyond(_ units: UInt64) -> UInt64 { units << 1 }

    static func step(_ level: UInt64, _ late: UInt64, _ pauses: UInt64) -> (level: UInt64, late: UInt64) {
        let next = level << 1
        return (next & ~pauses | late, next & pauses)
    }
}
