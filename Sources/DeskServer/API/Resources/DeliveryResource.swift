import Desk
import HTTPTypes

/// Approved replies on their way, and what a person decides of those that did not arrive.
struct DeliveryResource: Sendable {
    private let outbox: any Outbox

    init(_ parts: ServerParts) { outbox = parts.desk }

    static let root = "/api/v1/deliveries"
    static let item = root + "/{delivery}"
    private static let mostShown = 500

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.listing) { call throws(Problem) in try await list(call) },
            Endpoint(Self.reading) { call throws(Problem) in try await read(call) },
            Endpoint(Self.retrying) { call throws(Problem) in
                try await decide(call) { try await $0.retry($1, by: $2, now: $3) }
            },
            Endpoint(Self.dropping) { call throws(Problem) in try await decide(call) { try await $0.drop($1, by: $2, now: $3) } },
            Endpoint(Self.confirming) { call throws(Problem) in
                try await decide(call) { try await $0.confirm($1, externalIds: [], by: $2, now: $3) }
            },
        ]
    }

    private func list(_ call: APICall) async throws(Problem) -> APIAnswer {
        let states = try call.query.choices("state", DeliveryState.Kind.self)
        let most = try call.query.number("limit", in: 1...Self.mostShown) ?? 50
        // Without a state, what is not done.
        let open = DeliveryState.Kind.allCases.filter { $0.isUnderWay || $0.needsPerson }
        let kinds = Set(states.isEmpty ? open : states)
        let list = ["deliveries", Set(states).map(\.rawValue).sorted().joined(separator: ",")]
        var after: Int64 = 0
        if let cursor = try call.query.one("cursor") {
            guard let parts = Cursor.parts(cursor, of: list), parts.count == 1, let number = Int64(parts[0]) else {
                throw .parameter("cursor", "must be the “next” of a page with the same filters")
            }
            after = number
        }
        let deliveries: [Delivery]
        do { deliveries = try await outbox.deliveries(kinds, after: after, most: most + 1) } catch { throw Problem(of: error) }
        let shown = Array(deliveries.prefix(most))
        let next = deliveries.count > most ? shown.last.map { Cursor.text(list + ["\($0.id)"]) } : nil
        return Page.answer("deliveries", shown, next: next, call, path: Self.root) { $0.write($1) }
    }

    private func read(_ call: APICall) async throws(Problem) -> APIAnswer {
        let number = try call.number("delivery")
        let delivery: Delivery?
        do { delivery = try await outbox.delivery(number) } catch { throw Problem(of: error) }
        guard let delivery else { throw .noDelivery }
        return Self.answer(delivery)
    }

    private func decide(
        _ call: APICall, _ change: (any Outbox, Int64, String, Instant) async throws -> OutboxAnswer
    ) async throws(Problem) -> APIAnswer {
        try call.require(.reviewer)
        let number = try call.number("delivery")
        let answer: OutboxAnswer
        do { answer = try await change(outbox, number, call.colleague.name, call.now) } catch { throw Problem(of: error) }
        switch answer {
        case .done(let delivery): return Self.answer(delivery)
        case .missing: throw .noDelivery
        case .impossible(let state):
            throw Problem(
                .notNow, "The delivery is \(state.rawValue): that cannot be done with it.",
                [.init(name: "state", value: .string(state.rawValue))])
        case .fallen(let fall):
            throw Problem(
                .notNow, "The delivery is not sent on its way again: \(fall.remedy).", [.init(name: "fall", value: .string(fall.rawValue))])
        }
    }

    private static func answer(_ delivery: Delivery) -> APIAnswer {
        var writer = JSONWriter()
        writer.write(delivery)
        var answer = APIAnswer(body: writer.output)
        answer.caseNumber = delivery.caseID
        return answer
    }
}

extension Problem {
    fileprivate static let noDelivery = Problem.nothing("There is no such delivery.")

    /// What a store threw that does not say what it throws.
    init(of error: any Error) {
        self = (error as? StoreFailure).map { Problem($0) } ?? Problem(.internalError, "Something went wrong here; nothing is known of it.")
    }
}
