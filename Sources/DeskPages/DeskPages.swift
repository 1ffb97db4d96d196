public import Hummingbird

/// The desk in a browser. Every action is a form, so that it works without scripts; scripts add news and keys.
public struct DeskPages: Sendable {
    private let parts: PageParts

    public init(_ parts: PageParts) { self.parts = parts }

    /// Adds every page to the server's router.
    public func add(to router: Router<BasicRequestContext>) {
        let desk = DeskRouter(router: router, parts: parts)
        AssetRoutes().add(to: router)
        SignInPages().add(to: desk)
        QueuePages().add(to: desk)
        CasePages().add(to: desk)
        FigurePages().add(to: desk)
        RulebookPages().add(to: desk)
        PeoplePages().add(to: desk)
        ReviewRoutes().add(to: desk)
        PreferenceRoutes().add(to: desk)
        NewsRoutes().add(to: desk)
    }
}
