package import Desk
internal import Synchronization

extension MemoryStore: Reviewing {
    package func review(_ change: ReviewChange) async -> Result<Case, ReviewRefusal> {
        state.withLock { state in
            guard state.cases.indices.contains(Int(change.number) - 1) else { return .failure(.noSuchCase) }
            var reviewed = state.cases[Int(change.number) - 1]
            do throws(ReviewRefusal) {
                let effects = try reviewed.review(change.action, by: change.by, at: change.at, seen: change.version, policy: policy)
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

    package func answeredElsewhere(_ conversation: ConversationKey, by name: String, at now: Instant) async -> Case? {
        state.withLock { state in
            guard let number = state.conversations[conversation] else { return nil }
            var answered = state.cases[Int(number) - 1]
            let effects = answered.answerElsewhere()
            state.write(answered, effects, by: name, at: now)
            return answered
        }
    }
}

extension MemoryStore: Freezing {
    package func freeze(_ freeze: Freeze) async {
        state.withLock { state in
            if state.freeze != nil { return }
            state.freeze = freeze
            state.record(.frozen, "desk", by: freeze.by, at: freeze.at, detail: freeze.reason)
        }
    }

    package func thaw(by name: String, at now: Instant) async -> Bool {
        state.withLock { state in
            guard state.freeze != nil else { return false }
            state.freeze = nil
            state.record(.thawed, "desk", by: name, at: now)
            return true
        }
    }

    package func currentFreeze() async -> Freeze? { state.withLock { $0.freeze } }
}
