import DeskServer
import HTTPTypes
public import Hummingbird

/// The desk in a browser. Every action is a form, so that it works without scripts; scripts add news and keys.
public struct DeskPages: Sendable {
    private let parts: PageParts

    public init(_ parts: PageParts) { self.parts = parts }

    /// What a browser is told at an address where there is nothing; nil for what asks for no page.
    public func missing(_ request: Request) -> Response? {
        guard request.method == .get || request.method == .head, request.headers[.accept]?.contains("text/html") == true else { return nil }
        let preferences = Preferences(Cookies.read(request.headers), request.headers)
        return parts.renderer.bare(.noSuchPage, DeskWording(preferences.language, parts.shelf.edition), preferences, status: .notFound)
    }

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
        FreezePages().add(to: desk)
        ReviewRoutes().add(to: desk)
        DeliveryRoutes().add(to: desk)
        PreferenceRoutes().add(to: desk)
        NewsRoutes().add(to: desk)
    }
}
