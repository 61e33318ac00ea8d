import Grammar

extension Variables {
  /// The draws of a student, by the recipe of `docs/draws.md`.
  ///
  /// All variables are drawn in the order written, and all anew while the condition fails. From the second
  /// attempt on they are also drawn anew while they are those of the attempt before, so that `again`
  /// gives other numbers; where the page has no others, they stand.
  ///
  /// - Parameters:
  ///   - seed: Whose draws.
  ///   - evaluator: Computes the commands of the condition.
  /// - Returns: A value for each variable.
  /// - Throws: `Mistake` when the condition cannot be computed, or holds of none of 10,000 draws.
  public func draws(for seed: DrawSeed, _ evaluator: some Evaluator) throws -> Draws {
    let combinations = try Combinations(of: self)
    var known: [[Int]: Bool] = [:]
    func holds(_ places: [Int]) throws -> Bool {
      if let isKnown = known[places] { return isKnown }
      let isRight = try combinations.satisfies(places, evaluator)
      known[places] = isRight
      return isRight
    }

    // Fifty attempts look back at one another, so that no attempt costs more than fifty.
    let first = seed.attempt > 1 ? seed.attempt - (seed.attempt - 1) % 50 : seed.attempt
    var drawn: [Int]?
    for attempt in first...seed.attempt {
      let before = drawn
      var generator = seed.at(attempt: attempt).generator
      drawn = nil
      var repetitions = 0
      for _ in 0..<Self.greatestTries {
        let places = combinations.drawn(with: &generator)
        guard try holds(places) else { continue }
        drawn = places
        guard places == before, repetitions < Self.greatestRepetitions else { break }
        repetitions += 1
      }
      guard drawn != nil else { throw unsatisfiable }
    }
    return combinations.draws(drawn ?? [])
  }

  /// All draws that satisfy the condition, in the order of the values written; where there are more than
  /// `limit`, so many of them, spread over all values and always the same.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of draws wanted.
  ///   - evaluator: Computes the commands of the condition.
  /// - Returns: Draws that differ from one another; one without values for a page that draws nothing.
  /// - Throws: `Mistake` when the condition cannot be computed, or holds of none of those tried.
  public func everyDraw(limit: Int = 200, _ evaluator: some Evaluator) throws -> [Draws] {
    let combinations = try Combinations(of: self)
    var found: [Int] = []
    for number in combinations.spread(atMost: Self.greatestTries) where found.count < limit {
      if try combinations.satisfies(combinations.places(number), evaluator) { found.append(number) }
    }
    guard !found.isEmpty || limit < 1 else {
      throw unsatisfiable
    }
    return found.sorted().map { combinations.draws(combinations.places($0)) }
  }

  private var unsatisfiable: Mistake {
    Mistake("the condition of the draws in line \(line) holds of none that was tried", at: nil)
  }

  private static let greatestTries = 10_000
  private static let greatestRepetitions = 100
}
