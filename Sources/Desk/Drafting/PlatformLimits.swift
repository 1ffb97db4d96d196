/// The most a platform takes on one of its channels; nil where nothing is known.
public struct PlatformLimits: Sendable, Hashable {
    public let inPublic: LengthLimit?
    public let inPrivate: LengthLimit?

    public init(inPublic: LengthLimit? = nil, inPrivate: LengthLimit? = nil) {
        self.inPublic = inPublic
        self.inPrivate = inPrivate
    }

    /// The limit for a reply of this visibility.
    public func limit(_ visibility: Message.Visibility) -> LengthLimit? { visibility == .public ? inPublic : inPrivate }
}
