internal import Desk
internal import GRDB

/// Accounts by which nothing leaves for now, as a condition on deliveries `o`: what waits behind them is passed over in the index
/// `deliveries_due`, which holds all it asks for.
struct ShutDoors {
    /// Where nothing leaves.
    private var held: Place
    /// Where what nobody has read falls.
    private let frozen: Place

    /// - Parameter doors: Paused accounts, and those whose rate holds them back.
    init(_ freezes: [Freeze], and doors: Set<ChannelAccount>) {
        held = Place(freezes.filter { $0.reach == .everything })
        held.doors.formUnion(doors)
        frozen = Place(freezes)
    }

    /// Shuts one more.
    mutating func shut(_ door: ChannelAccount) { held.doors.insert(door) }

    /// Whether nothing leaves by this one.
    func holds(_ door: ChannelAccount) -> Bool { held.isEverywhere || held.doors.contains(door) }

    /// Whether there are none.
    var isEmpty: Bool { !held.isEverywhere && held.doors.isEmpty }

    /// True of a delivery that is passed over until it expires; takes what `bind` gives.
    var passesOver: String { "(\(held.condition) AND NOT (\(frozen.condition) AND o.is_unreviewed))" }

    func bind(_ query: inout Query) {
        held.bind(&query)
        frozen.bind(&query)
    }

    private struct Place {
        var isEverywhere: Bool
        var doors: Set<ChannelAccount>

        init(_ freezes: [Freeze]) {
            isEverywhere = freezes.contains { $0.door == nil }
            doors = Set(freezes.compactMap(\.door))
        }

        var condition: String {
            if isEverywhere { return "TRUE" }
            if doors.isEmpty { return "FALSE" }
            return "(o.channel, o.account) IN (VALUES \(Array(repeating: "(?, ?)", count: doors.count).joined(separator: ", ")))"
        }

        func bind(_ query: inout Query) {
            if isEverywhere { return }
            for door in doors {
                query.bind(door.channel)
                query.bind(door.account)
            }
        }
    }
}
