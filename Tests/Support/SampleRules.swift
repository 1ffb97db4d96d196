/// A small, complete rulebook as files: what tests start from and spoil.
package enum SampleRules {
    package static let files: [String: String] = [
        "brand.yaml": """
        name: Maison Exemple
        opening_hours: {mon-fri: "09:00-12:00, 14:00-18:00"}
        holidays: [2026-12-25]
        order_numbers: ["FR-#####"]
        facts: {link.site: maison-exemple.example}
        answers:
          P1: {within: 1h, fr: dans la journée, en: today}
          P2: {within: 4h, fr: sous un jour ouvré, en: within one working day}
          P3: {within: 1d, fr: sous un jour ouvré, en: within one working day}
          P4: {within: 2d, fr: sous deux jours ouvrés, en: within two working days}
        teams:
          customer_service: {fr: service client, en: customer service}
          legal: {fr: juridique, en: legal}
        channels:
          default: {public: 1000}
        """,
        "vocabulary.yaml": """
        fr:
          ma: [ma, mon, la, le]
          commande: [commande, colis]
        en:
          order: [order, parcel]
        """,
        "policy.yaml": """
        signals:
          legal_threat: {weight: 100, gate: true, priority: P1, team: legal, holding: received}
        unknown: {holding: received}
        """,
        "polarity.yaml": "fr: {déçu: -2, merci: 1}\nen: {disappointed: -2, thanks: 1}\n",
        "spelling.yaml": "fr:\n  read_as: {jai: j'ai}\n  ignore: [svp]\nen:\n  read_as: {u: you}\n",
        "blocks.yaml": """
        greeting:
          fr: {private: ["Bonjour{{#name}} {{name}}{{/name}},"], public: ["Bonjour,"]}
          en: {private: ["Hello{{#name}} {{name}}{{/name}},"], public: ["Hello,"]}
        acknowledgement:
          neutral:
            fr: {private: [Merci de votre message., Merci de nous avoir écrit.], public: [Merci de votre message.]}
            en: {private: [Thank you for your message.], public: [Thank you for your message.]}
          sorry:
            fr: {private: [Nous sommes désolés de cette situation.], public: [Nous sommes désolés de cette situation.]}
            en: {private: [We are sorry about this situation.], public: [We are sorry about this situation.]}
        request:
          fr: {private: ["Pourriez-vous nous indiquer {{asked}} ?"]}
          en: {private: ["Could you please send us {{asked}}?"]}
        asked:
          order_number: {fr: votre numéro de commande, en: your order number}
        disclosure:
          fr: {private: [Cette réponse a été rédigée par un assistant automatique.], public: [Cette réponse a été rédigée par un assistant automatique.]}
          en: {private: [This reply was written by an automated assistant.], public: [This reply was written by an automated assistant.]}
        closing:
          fr: {private: ["Bien cordialement,"]}
          en: {private: ["Kind regards,"]}
        signature:
          fr: {private: ["L’équipe {{brand}}"], public: ["– L’équipe {{brand}}"]}
          en: {private: ["The {{brand}} team"], public: ["– The {{brand}} team"]}
        holding:
          received:
            fr: {private: ["Un conseiller vous répondra {{delay}}."]}
            en: {private: ["An adviser will reply {{delay}}."]}
        """,
        "signals/legal_threat.yaml": """
        signal: legal_threat
        title: {fr: Menace juridique, en: Legal threat}
        phrases:
          fr: [mon avocat, porter plainte]
          en: [my lawyer, sue you]
        examples:
          fr: [Je vois mon avocat, Je vais porter plainte, Mon avocat vous écrira, Plainte ? je porte plainte demain, Voyez mon avocat]
          en: [I will call my lawyer, We will sue you, Ask my lawyer, My lawyer knows, Expect my lawyer]
        counterexamples:
          fr: [Une salade d'avocat, Je ne porte pas plainte, Bonjour]
          en: [An avocado, Hello, Thanks]
        """,
        "orders/track_order.yaml": """
        intent: track_order
        title: {fr: Suivi de commande, en: Order tracking}
        priority: P3
        wants: [order_number]
        phrases:
          fr:
            - où (est|en est) <ma> <commande>
            - suivre … <commande>
          en:
            - where is my <order>
        hints:
          fr: {suivi: 8}
          en: {tracking: 8}
        replies:
          fr:
            - text: Nous regardons où en est votre commande{{#order_number}} n° {{order_number}}{{/order_number}} et vous répondrons {{delay}}.
              public: Pouvez-vous nous écrire en message privé ?
          en:
            - text: We are looking into your order{{#order_number}} {{order_number}}{{/order_number}} and will reply {{delay}}.
              public: Could you please write to us by private message?
        examples:
          fr: [Où est ma commande ?, Où en est mon colis, Je veux suivre mon colis, suivi svp, "bonjour, où est ma commande"]
          en: [Where is my order?, where is my parcel, tracking please, "Hello, where is my order", any tracking]
        counterexamples:
          fr: [Bonjour, Merci beaucoup, Je veux annuler]
          en: [Hello, Thanks a lot, Cancel it]
        """,
    ]

    /// The files with some of them replaced, added, or (nil) left out.
    package static func files(_ changes: [String: String?]) -> [String: String] {
        var files = files
        for (name, text) in changes { files[name] = text }
        return files
    }
}
