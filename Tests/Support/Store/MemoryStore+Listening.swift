package import Desk
internal import Synchronization

extension MemoryStore: Listening {
    package func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception {
        state.withLock { state in
            if let key = call.onceKey {
                guard state.heard.insert([call.door.channel, call.door.account, key]).inserted else { return .replayed }
            }
            var results: [Result<Reception, StoreFailure>] = []
            var notices = 0
            for item in call.items {
                switch item {
                case .arrival(let arrival): results.append(.success(state.receive(arrival, policy)))
                case .notice(let notice):
                    guard state.heard.insert([notice.onceKey]).inserted else { continue }
                    notices += 1
                    guard let conversation = notice.answeredElsewhere, let number = state.conversations[conversation] else { continue }
                    var heard = state.cases[Int(number) - 1]
                    let effects = heard.answerElsewhere()
                    state.write(heard, effects, by: "\(notice.channel)/\(notice.account)", at: call.at)
                }
            }
            return .heard(results, notices: notices)
        }
    }

    package func probe(at now: Instant) async throws(StoreFailure) {}

    package func oldestWait() async throws(StoreFailure) -> Instant? {
        state.withLock { $0.cases.filter { $0.status == .waiting }.map(\.waitsSince).min() }
    }
}
