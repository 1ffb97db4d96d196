import Synchronization

/// Which parts of the desk are ready for work.
public final class HealthBoard: Sendable {
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case server, store, rulebook, courier
    }

    private struct State {
        var obstacle: String?
        var remark: String?
    }

    private let states: Mutex<[Part: State]>

    /// - Parameter parts: Those there are, each of which has to report before it counts as ready.
    public init(_ parts: Set<Part>) {
        states = Mutex(Dictionary(uniqueKeysWithValues: parts.map { ($0, State(obstacle: "starting")) }))
    }

    /// What keeps a part from its work, in a few fixed words; nil when nothing does.
    public func report(_ part: Part, _ obstacle: String?) {
        states.withLock { states in
            if states[part] != nil { states[part] = State(obstacle: obstacle) }
        }
    }

    /// Something to know of a part that works all the same.
    public func remark(_ part: Part, _ remark: String) { states.withLock { $0[part]?.remark = remark } }

    /// Each part with what is to be said of it, and whether all of them can work.
    var report: (isReady: Bool, parts: [(name: String, text: String)]) {
        states.withLock { states in
            let parts = states.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { (name: $0.key.rawValue, text: $0.value.obstacle ?? $0.value.remark ?? "ok") }
            return (states.values.allSatisfy { $0.obstacle == nil }, parts)
        }
    }
}
