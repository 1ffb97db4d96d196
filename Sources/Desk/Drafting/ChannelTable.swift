/// What each channel lets through, by number.
struct ChannelTable: Sendable {
    /// Those of channels that have none of their own first.
    private let settings: [ChannelSettings?]
    /// A brand has a few, so looking through them beats hashing.
    private let names: [String?]

    init(_ brand: Brand) {
        names = [nil] + brand.channels.keys.map(Optional.some)
        settings = names.map { brand.channel($0) }
    }

    /// The number of the channel of this name.
    func number(of name: String?) -> Int { names.firstIndex(of: name) ?? 0 }

    subscript(number: Int) -> ChannelSettings? { settings[number] }
}
