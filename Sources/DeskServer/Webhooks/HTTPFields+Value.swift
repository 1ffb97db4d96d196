import HTTPTypes

extension HTTPFields {
    /// The value of `name`, several joined by commas, as the subscript has it: which makes a list of each look-up and joins it.
    func value(_ name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name { found = found.map { "\($0), \(field.value)" } ?? field.value }
        return found
    }
}
