import Desk
import DeskServer
import ServiceLifecycle

/// A courier that works until the group shuts down; what is under way then comes to its end.
struct CourierService: Service {
    let courier: Courier
    let health: HealthBoard

    func run() async throws {
        health.report(.courier, nil)
        await withGracefulShutdownHandler {
            await courier.run()
        } onGracefulShutdown: {
            health.report(.courier, "stopping")
            courier.stop()
        }
    }
}
