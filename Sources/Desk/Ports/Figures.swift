/// Adds up what the desk did. Reads only.
///
/// Figures outlive the texts: erasing a customer or the end of their time changes none.
public protocol Figures: Sendable {
    /// What was done in a period; `hours` are those that waits are counted in.
    func figures(of period: FigurePeriod, hours: OpeningHours) async throws(StoreFailure) -> DeskFigures
}
