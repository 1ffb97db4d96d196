package import Desk
internal import Synchronization

extension MemoryStore: Reviewing {
    package func review(_ change: ReviewChange) async -> Result<Case, ReviewRefusal> {
        state.withLock { state in
            guard state.cases.indices.contains(Int(change.number) - 1) else { return .failure(.noSuchCase) }
            var reviewed = state.cases[Int(change.number) - 1]
            do throws(ReviewRefusal) {
                let action = try change.action.addressed(among: state.users)
                let effects = try reviewed.review(action, by: change.by, at: change.at, seen: change.version, policy: policy)
                state.write(reviewed, effects, by: change.by.name, at: change.at)
                return .success(state.cases[Int(change.number) - 1])
            } catch {
                return .failure(
                    error.completed { seen in
                        state.drafts.last { $0.caseNumber == change.number && $0.draft.sinceVersion <= seen }?.draft.text
                    })
            }
        }
    }
}

extension MemoryStore: Freezing {
    package func freeze(_ freeze: Freeze) async -> Bool {
        state.withLock { state in
            if state.freezes.contains(where: { $0.includes(freeze) }) { return false }
            state.freeze(freeze)
            return true
        }
    }

    package func thaw(_ door: ChannelAccount?, by name: String, at now: Instant) async -> Bool {
        state.withLock { state in
            guard state.freezes.contains(where: { $0.door == door }) else { return false }
            state.freezes.removeAll { $0.door == door }
            state.record(.thawed, Freeze.subject(of: door), by: name, at: now)
            state.endAlarmsOfThawed(by: name, at: now)
            return true
        }
    }

    package func freezes() async -> [Freeze] { state.withLock { $0.freezes } }
}

extension MemoryStore.State {
    mutating func freeze(_ freeze: Freeze) {
        freezes.removeAll { $0.door == freeze.door }
        freezes.append(freeze)
        record(.frozen, Freeze.subject(of: freeze.door), by: freeze.by, at: freeze.at, detail: freeze.detail)
    }
}
