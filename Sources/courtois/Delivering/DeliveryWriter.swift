import Desk

/// Deliveries as the JSON that commands print: one object a line.
enum DeliveryWriter {
    static func line(_ delivery: Delivery) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(delivery)
        writer.endLine()
        return writer.output
    }
}
