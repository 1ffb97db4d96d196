import IntentEngine

/// `ouvré` and `ouvrable` agree: `deux jours ouvrés`, `un jour ouvrable`, `48 heures ouvrées`.
struct WorkingDaysRule: ProofRule {
    let id = "grammar.working_days"
    let languages = RuleLanguages.french
    private static let right: [String: (worked: String, workable: String)] = [
        "jour": ("ouvré", "ouvrable"), "jours": ("ouvrés", "ouvrables"), "heure": ("ouvrée", "ouvrable"),
        "heures": ("ouvrées", "ouvrables"),
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            guard let forms = Self.right[text.words[index].folded], let adjective = text.continuation(index + 1) else {
                return nil
            }
            let form: String
            switch adjective.folded {
            case "ouvre", "ouvres", "ouvree", "ouvrees": form = forms.worked
            case "ouvrable", "ouvrables": form = forms.workable
            default: return nil
            }
            guard adjective.lower != form else { return nil }
            let remedy = "\(text.string(text.words[index].range)) \(form)"
            return text.finding(id, text.span(index..<index + 2), "adjective without agreement", remedy: remedy)
        }
    }
}
