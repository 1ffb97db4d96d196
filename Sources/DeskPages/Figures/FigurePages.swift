import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import IntentEngine
import NIOCore

/// What the desk did, in numbers, for everybody who works at it.
struct FigurePages {
    func add(to desk: DeskRouter) {
        desk.get("figures", Self.figures)
        desk.get("figures.csv", Self.table)
    }

    @Sendable private static func figures(_ visit: Visit) async throws -> Response {
        let address = address(of: visit)
        let figures = try await figures(visit, address)
        var view = visit.frame(at: .figures)
        view["title"] = visit.wording(FigureWord.figuresTitle)
        view["countedAt"] = visit.wording.countedAt(visit.now)
        view.merge(FigureView(visit.wording, figures, address).view) { $1 }
        return visit.page("figures", view)
    }

    @Sendable private static func table(_ visit: Visit) async throws -> Response {
        let address = address(of: visit)
        guard let table = visit.query["table"].flatMap(FigureTable.init), !address.isWrong else {
            return visit.problem(.noSuchPage, status: .notFound)
        }
        let figures = try await figures(visit, address)
        let bytes = table.csv(figures, visit.wording, hasMark: visit.query["mark"] == "yes")
        let file = "courtois-\(table.rawValue)-\(address.period.first.iso)-\(address.period.last.iso).csv"
        return Response(
            status: .ok,
            headers: [.contentType: "text/csv; charset=utf-8; header=present", .contentDisposition: "attachment; filename=\"\(file)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func figures(_ visit: Visit, _ address: FigureAddress) async throws -> DeskFigures {
        let edition = visit.edition
        return try await visit.parts.figures.figures(
            of: address.period, hours: edition.desk.decider.brand.openingHours, rulebook: edition.hash, at: visit.now)
    }

    private static func address(of visit: Visit) -> FigureAddress {
        let zone = visit.wording.hours.zone
        return FigureAddress(visit.query, today: zone.day(at: visit.now), zone: zone)
    }
}
