import Testing

@testable import Lessons

/// What holds of numbers of all sizes.
struct NumberAnswerPropertyTests {
  private func make(_ right: Double, _ tolerance: Tolerance = .standard) -> NumberAnswer {
    NumberAnswer(right: right, tolerance: tolerance, foreseen: [])
  }

  /// Ways of writing one number.
  private func writings(of number: Double) -> [String] {
    let plain = number.description
    var writings = [
      plain, plain + " ", "=" + plain, "= " + plain, "$" + plain, "(\(plain))", "\(plain) + 0",
      "1 - (1 - \(plain))", "2*\(plain)/2", "\(number * 100)%", "-(\((-number).description))",
      plain.replacing("-", with: "−"),
    ]
    // 1.234 with a comma could be a thousand and more, and is refused with a sentence that says so.
    let decimals = plain.split(separator: ".").last?.count ?? 0
    if decimals != 3 { writings.append(plain.replacing(".", with: ",")) }
    if plain.hasPrefix("0.") { writings.append(String(plain.dropFirst())) }
    return writings
  }

  @Test(arguments: 0..<200)
  func everyWritingOfTheRightNumberIsRight(number: UInt64) {
    var generator = SplitMix64(seed: number)
    let right = generator.number()
    for given in writings(of: right) {
      #expect(make(right).verdict(on: given) == .right, "\(given)")
    }
  }

  @Test(arguments: 0..<200)
  func theShownNumberAndBothEndsAreRight(number: UInt64) {
    var generator = SplitMix64(seed: number)
    let right = generator.number()
    for tolerance in [Tolerance.standard, .absolute(right.magnitude * 1e-7), .relative(0.1)] {
      let answer = make(right, tolerance)
      let range = tolerance.acceptedRange(around: right)
      #expect(answer.verdict(on: answer.text) == .right)
      #expect(answer.verdict(on: range.lowerBound.description) == .right)
      #expect(answer.verdict(on: range.upperBound.description) == .right)
    }
  }

  @Test(arguments: 0..<200)
  func theRoundingOfAPencilIsRightWithThreeDigitsAndToldApartWithTwo(number: UInt64) {
    var generator = SplitMix64(seed: number)
    let right = generator.number()
    func rounded(_ digits: Int) -> Double {
      let unit = powerOfTen(decimalExponent(of: right) - digits + 1)
      return (right / unit).rounded() * unit
    }
    let isWhole = right == right.rounded()
    if !isWhole { #expect(make(right).verdict(on: rounded(3).description) == .right) }
    let two = make(right).verdict(on: rounded(2).description)
    #expect(two == .right || two.label == "rounded too far", "\(right) as \(rounded(2))")
  }

  @Test(arguments: 0..<200)
  func slipsAreToldApart(number: UInt64) {
    var generator = SplitMix64(seed: number)
    let right = generator.number()
    func label(_ given: Double) -> String { make(right).verdict(on: given.description).label }
    #expect(label(-right) == "lost sign")
    #expect(label(right * 100) == "percent")
    #expect(label(right / 100) == "percent")
    if right > 0.01, right < 0.4 { #expect(label(1 - right) == "one minus") }
  }
}
