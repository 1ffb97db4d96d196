internal import Desk
internal import GRDB

extension Query {
    mutating func bind(_ moment: Instant) { bind(moment.seconds) }

    mutating func bind(_ moment: Instant?) { bind(moment.map { Int64($0.seconds) }) }

    func moment(_ column: Int32) -> Instant { Instant(seconds: int(column)) }

    func optionalMoment(_ column: Int32) -> Instant? { isNull(column) ? nil : moment(column) }

    /// The value a column names. One that no value of this version has is damage, or a later version's.
    func choice<Value: RawRepresentable>(_ column: Int32) throws -> Value where Value.RawValue == String {
        let name = text(column)
        guard let value = Value(rawValue: name) else { throw UnknownName(name: name) }
        return value
    }
}

/// A column holds a name this version does not know.
struct UnknownName: Error {
    let name: String
}

extension Database {
    /// How many rows the last statement changed.
    var changes: Int { changesCount }
}
