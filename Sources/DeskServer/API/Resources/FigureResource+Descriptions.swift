import Desk
import HTTPTypes

extension FigureResource {
    static let reading = RouteDescription(
        method: .get, path: root, id: "getFigures", summary: "How much waits, and what was done",
        details: "What waits is counted in the store; decisions and tries to deliver since this server was started.", tag: .figures,
        scope: .readFigures, parameters: [.known], answers: [.shown("Figures", "The figures."), .same])
}
