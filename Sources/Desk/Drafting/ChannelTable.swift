/// What each channel lets through, by number.
struct ChannelTable: Sendable {
    private var settings: [ChannelSettings?]
    private var numbers: [String: Int] = [:]

    /// The number of a channel that has no settings of its own.
    private static let ordinary = 0

    init(_ brand: Brand) {
        settings = [brand.channel(nil)]
        for (name, own) in brand.channels {
            numbers[name] = settings.count
            settings.append(own)
        }
    }

    /// The number of the channel of this name.
    func number(of name: String?) -> Int { name.flatMap { numbers[$0] } ?? Self.ordinary }

    subscript(number: Int) -> ChannelSettings? { settings[number] }
}
