public import IntentEngine

extension Team: Packable {}
extension Priority: Packable {}
extension Disposition: Packable {}
extension Moderation.Action: Packable {}

extension Policy: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            intents: [IntentPolicy](from: &image), signals: [SignalPolicy](from: &image), weights: ComplexityWeights(from: &image),
            carefulFrom: Int(from: &image), humanFrom: Int(from: &image), provenFrom: Int(from: &image),
            unknown: UnknownPolicy(from: &image), severalInPublic: String?(from: &image))
        concernFrom = try Int(from: &image)
        clearLead = try Int(from: &image)
        alarm = try AlarmRule?(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        intents.pack(into: &image)
        signals.pack(into: &image)
        weights.pack(into: &image)
        carefulFrom.pack(into: &image)
        humanFrom.pack(into: &image)
        provenFrom.pack(into: &image)
        unknown.pack(into: &image)
        severalInPublic.pack(into: &image)
        concernFrom.pack(into: &image)
        clearLead.pack(into: &image)
        alarm.pack(into: &image)
    }
}

extension IntentPolicy: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            title: Dictionary(from: &image), team: Team(from: &image), priority: Priority(from: &image),
            action: Disposition(from: &image), wants: [Placeholder](from: &image), isProblem: Bool(from: &image),
            acknowledgement: Acknowledgement?(from: &image), holding: String?(from: &image), isSensitive: Bool(from: &image))
        isCourtesy = try Bool(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        title.pack(into: &image)
        team.pack(into: &image)
        priority.pack(into: &image)
        action.pack(into: &image)
        wants.pack(into: &image)
        isProblem.pack(into: &image)
        acknowledgement.pack(into: &image)
        holding.pack(into: &image)
        isSensitive.pack(into: &image)
        isCourtesy.pack(into: &image)
    }
}

extension SignalPolicy: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            title: Dictionary(from: &image), weight: Int(from: &image), isGate: Bool(from: &image), priority: Priority?(from: &image),
            team: Team?(from: &image), precedence: Int(from: &image), moderation: Moderation?(from: &image), isAnger: Bool(from: &image),
            holding: String?(from: &image))
        closesExchange = try Bool(from: &image)
        amountSteps = try [AmountStep](from: &image)
        mostPolarity = try Int?(from: &image)
        isIronic = try Bool(from: &image)
        isSensitive = try Bool(from: &image)
        leastProblems = try Int?(from: &image)
        isOnCall = try Bool(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        title.pack(into: &image)
        weight.pack(into: &image)
        isGate.pack(into: &image)
        priority.pack(into: &image)
        team.pack(into: &image)
        precedence.pack(into: &image)
        moderation.pack(into: &image)
        isAnger.pack(into: &image)
        holding.pack(into: &image)
        closesExchange.pack(into: &image)
        amountSteps.pack(into: &image)
        mostPolarity.pack(into: &image)
        isIronic.pack(into: &image)
        isSensitive.pack(into: &image)
        leastProblems.pack(into: &image)
        isOnCall.pack(into: &image)
    }
}

extension AlarmRule: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self.init()
        window = try Int(from: &image)
        authors = try Int(from: &image)
        sensitivity = try Int(from: &image)
        cooldown = try Int(from: &image)
        holding = try String(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        for number in [window, authors, sensitivity, cooldown] { number.pack(into: &image) }
        holding.pack(into: &image)
    }
}

extension AmountStep: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(least: Int(from: &image), weight: Int(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        least.pack(into: &image)
        weight.pack(into: &image)
    }
}

extension Moderation: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(
            action: Action(from: &image), yieldsTo: UInt8?(from: &image).flatMap(Beside.init(rawValue:)), isForPublic: Bool(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        action.pack(into: &image)
        (yieldsTo?.rawValue).pack(into: &image)
        isForPublic.pack(into: &image)
    }
}

extension ComplexityWeights: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self.init()
        perAngerLevel = try Int(from: &image)
        perFurtherProblem = try Int(from: &image)
        long = try Int(from: &image)
        publicDissatisfaction = try Int(from: &image)
        satisfaction = try Int(from: &image)
        furtherCuePercent = try Int(from: &image)
        mostCuesPercent = try Int(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        for number in [
            perAngerLevel, perFurtherProblem, long, publicDissatisfaction, satisfaction, furtherCuePercent, mostCuesPercent,
        ] {
            number.pack(into: &image)
        }
    }
}

extension UnknownPolicy: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self.init()
        team = try Team(from: &image)
        priority = try Priority(from: &image)
        dissatisfiedPriority = try Priority(from: &image)
        holding = try String?(from: &image)
        otherLanguageHolding = try String?(from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        team.pack(into: &image)
        priority.pack(into: &image)
        dissatisfiedPriority.pack(into: &image)
        holding.pack(into: &image)
        otherLanguageHolding.pack(into: &image)
    }
}
