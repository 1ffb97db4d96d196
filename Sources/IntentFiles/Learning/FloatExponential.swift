import Foundation

/// Exponential and logarithm in single precision by way of double, so that every machine rounds them alike.
enum FloatExponential {
    static func exp(_ value: Float) -> Float { Float(Foundation.exp(Double(value))) }
    static func log(_ value: Float) -> Float { Float(Foundation.log(Double(value))) }
}
