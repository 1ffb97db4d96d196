/// Fits integer weights of words for intents: multinomial logistic regression with non-negative weights, made sparse by
/// an L1 penalty, pruned, refitted on what is left, rounded, and polished number by number.
///
/// Scores are points as the engine adds them: what phrases give already, plus the weights of the words present. One
/// class more stands for claiming nothing, with the threshold as its score, so that fitting lifts right intents over the
/// threshold and keeps wrong ones under it; and the right intent must win by the margin. The arithmetic is done in a
/// fixed order: the same input gives the same weights.
struct HintFitting {
    struct Settings {
        /// Hints an intent may have.
        var perIntent = 40
        /// Points an intent needs, and by how many it must lead.
        var threshold: Float = 8
        var margin: Float = 2
        /// Points that multiply the odds by e.
        var temperature: Float = 2.5
        /// L1 penalty per point, against the summed loss of all messages.
        var penalty: Float = 0.15
        /// L2 penalty, half this times the square of each weight: it spreads weight over words that come together, which
        /// is worth two points of accuracy on messages not seen (measured on BANKING77).
        var ridge: Float = 0.05
        var iterations = 250
    }

    /// What is fitted on.
    struct Problem {
        /// Features of each message.
        let rows: [[Int32]]
        /// Class of each message, or `classes` for none.
        let labels: [Int]
        /// Points phrases give: by message, class and points.
        let offsets: [[(label: Int, points: Float)]]
        let features: Int
        let classes: Int
        /// By feature, what its penalty is multiplied by.
        let costs: [Float]
    }

    private let problem: Problem
    private let settings: Settings
    /// `features × classes`, in points.
    private var weights: [Float]
    private var allowed: [Bool]

    /// The largest weight a hint may have.
    private static let mostPoints: Float = 9

    private init(_ problem: Problem, _ settings: Settings) {
        self.problem = problem
        self.settings = settings
        weights = [Float](repeating: 0, count: problem.features * problem.classes)
        allowed = Self.supported(problem)
    }

    /// Integer weights by feature and class: `features × classes`, zero where there is no hint.
    static func fit(_ problem: Problem, _ settings: Settings) -> [Int] {
        var fitting = HintFitting(problem, settings)
        fitting.descend(penalty: settings.penalty)
        fitting.prune()
        fitting.descend(penalty: settings.penalty / 4)
        fitting.round()
        fitting.polish()
        return fitting.weights.map { Int($0) }
    }

    /// A word may speak only for intents whose messages hold it.
    private static func supported(_ problem: Problem) -> [Bool] {
        var allowed = [Bool](repeating: false, count: problem.features * problem.classes)
        for (row, label) in zip(problem.rows, problem.labels) where label < problem.classes {
            for feature in row { allowed[Int(feature) * problem.classes + label] = true }
        }
        return allowed
    }

    // MARK: Descent

    /// Accelerated proximal gradient (Beck and Teboulle's FISTA, restarted when the objective rises), each word with a
    /// step of its own: with non-negative rows, the sum of the lengths of the rows that hold a word bounds its curvature.
    private mutating func descend(penalty: Float) {
        let classes = problem.classes
        let steps = stepSizes()
        var point = weights
        var next = weights
        var gradient = [Float](repeating: 0, count: weights.count)
        var momentum: Float = 1
        var last = Float.infinity
        for _ in 0..<settings.iterations {
            let loss = self.gradient(at: point, into: &gradient) + price(of: point, penalty)
            for feature in 0..<problem.features {
                let step = steps[feature]
                let penalty = penalty * problem.costs[feature]
                for index in feature * classes..<(feature + 1) * classes {
                    let moved = point[index] - step * (gradient[index] + settings.ridge * point[index] + penalty)
                    next[index] = allowed[index] ? min(Self.mostPoints, max(0, moved)) : 0
                }
            }
            if loss > last { momentum = 1 }
            last = loss
            let following = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
            let push = (momentum - 1) / following
            for index in point.indices { point[index] = max(0, next[index] + push * (next[index] - weights[index])) }
            swap(&weights, &next)
            momentum = following
        }
    }

    private func stepSizes() -> [Float] {
        var reached = [Float](repeating: 0, count: problem.features)
        for row in problem.rows { for feature in row { reached[Int(feature)] += Float(row.count) } }
        let scale = 2 * settings.temperature * settings.temperature
        return reached.map { 1 / (max($0, 1) / scale + settings.ridge) }
    }

    private func price(of point: [Float], _ penalty: Float) -> Float {
        var price: Float = 0
        for (index, weight) in point.enumerated() where weight > 0 {
            price += penalty * problem.costs[index / problem.classes] * weight + settings.ridge / 2 * weight * weight
        }
        return price
    }

    /// The loss at `point` and its gradient.
    private func gradient(at point: [Float], into gradient: inout [Float]) -> Float {
        let classes = problem.classes
        var loss: Float = 0
        var scores = [Float](repeating: 0, count: classes + 1)
        gradient.withUnsafeMutableBufferPointer { gradient in
            gradient.update(repeating: 0)
            for (number, row) in problem.rows.enumerated() {
                score(number, point, &scores)
                loss += Self.softmax(&scores, label: problem.labels[number])
                scores[problem.labels[number]] -= 1
                scores.withUnsafeBufferPointer { scores in
                    for feature in row {
                        let base = Int(feature) * classes
                        for label in 0..<classes { gradient[base + label] += scores[label] }
                    }
                }
            }
            for index in gradient.indices { gradient[index] /= settings.temperature }
        }
        return loss
    }

    /// Logits of every class and of claiming nothing.
    private func score(_ number: Int, _ point: [Float], _ scores: inout [Float]) {
        let classes = problem.classes
        scores.withUnsafeMutableBufferPointer { scores in
            point.withUnsafeBufferPointer { point in
                for label in 0..<classes { scores[label] = 0 }
                scores[classes] = settings.threshold
                for (label, points) in problem.offsets[number] { scores[label] += points }
                for feature in problem.rows[number] {
                    let base = Int(feature) * classes
                    for label in 0..<classes { scores[label] += point[base + label] }
                }
                scores[problem.labels[number]] -= settings.margin
                for label in 0...classes { scores[label] /= settings.temperature }
            }
        }
    }

    /// Turns logits into probabilities; the negative log likelihood of `label`.
    private static func softmax(_ scores: inout [Float], label: Int) -> Float {
        let highest = scores.max() ?? 0
        var sum: Float = 0
        for index in scores.indices {
            scores[index] = FloatExponential.exp(scores[index] - highest)
            sum += scores[index]
        }
        for index in scores.indices { scores[index] /= sum }
        return -FloatExponential.log(max(scores[label], 1e-30))
    }

    // MARK: From real numbers to a few integers

    /// Keeps for each class the words that give its messages the most points.
    private mutating func prune() {
        let classes = problem.classes
        var gains = [Float](repeating: 0, count: weights.count)
        for (row, label) in zip(problem.rows, problem.labels) where label < classes {
            for feature in row { gains[Int(feature) * classes + label] += weights[Int(feature) * classes + label] }
        }
        for label in 0..<classes {
            let features = (0..<problem.features).filter { weights[$0 * classes + label] > 0.2 }
                .sorted { (gains[$1 * classes + label], $0) < (gains[$0 * classes + label], $1) }
            for feature in 0..<problem.features { allowed[feature * classes + label] = false }
            for feature in features.prefix(settings.perIntent) { allowed[feature * classes + label] = true }
        }
        for index in weights.indices where !allowed[index] { weights[index] = 0 }
    }

    private mutating func round() {
        for index in weights.indices { weights[index] = weights[index].rounded() }
    }

    /// Tries each weight one higher and one lower, and keeps what makes the messages that hold the word likelier.
    private mutating func polish() {
        let classes = problem.classes
        var messages = [[Int]](repeating: [], count: problem.features)
        for (number, row) in problem.rows.enumerated() { for feature in row { messages[Int(feature)].append(number) } }
        var scores = [Float](repeating: 0, count: classes + 1)
        for _ in 0..<2 {
            for feature in 0..<problem.features {
                for label in 0..<classes where allowed[feature * classes + label] {
                    polish(feature * classes + label, messages[feature], &scores)
                }
            }
        }
    }

    private mutating func polish(_ index: Int, _ messages: [Int], _ scores: inout [Float]) {
        let current = weights[index]
        var best = current
        var least = Float.infinity
        for candidate in [current, current - 1, current + 1] where (0...Self.mostPoints).contains(candidate) {
            weights[index] = candidate
            var loss = settings.penalty * problem.costs[index / problem.classes] * candidate + settings.ridge / 2 * candidate * candidate
            for number in messages {
                score(number, weights, &scores)
                loss += Self.softmax(&scores, label: problem.labels[number])
            }
            if loss < least - 1e-4 {
                least = loss
                best = candidate
            }
        }
        weights[index] = best
    }
}
