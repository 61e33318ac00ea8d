internal import Grammar

/// What values a key takes.
public enum KeyKind: Sendable {
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A whole number in a range, or `auto`.
  case integerOrAuto(ClosedRange<Int>)
  /// Whole numbers: one, a list, or a range such as `1..5`.
  case integers(ClosedRange<Int>)
  /// A number in a range.
  case number(ClosedRange<Double>)
  /// Numbers: one or a list.
  case numbers(ClosedRange<Double>)
  /// One of these words.
  case choice([String])
  /// One of these words, or numbers in their place: one or a list.
  case choiceOrNumbers([String], ClosedRange<Double>)
  /// `yes` or `no`.
  case yesOrNo
  /// Rows of the series: a row, a date, a range, a list, or `all`.
  case rows
  /// A row, a date or a share of the rows.
  case splitPoint
  /// Typed inputs of a network: numbers, or a matrix with a row a step.
  case inputs
  /// A matrix, `[[0.5, 0.2], [0, 0.9]]`.
  case matrix
  /// Weights of a cell: one number for all, a list, or a matrix.
  case weights
  /// A quantity of a cell such as `forget`; also by its letter.
  case quantity
  /// What a gate is held at: a number, or `mean`.
  case gateValue
  /// A file.
  case file
  /// Any text.
  case text
}

/// A value that fits its key.
enum BoundValue: Sendable {
  case integer(Int)
  case integers([Int])
  case number(Double)
  case numbers([Double])
  case word(String)
  case flag(Bool)
  case located(Located)
}

extension KeyKind {
  /// Whether `--key` says `key=yes`.
  var isFlag: Bool { if case .yesOrNo = self { true } else { false } }

  /// What was expected, for help and mistakes: "a whole number from 1 to 10".
  public var expectation: String {
    switch self {
    case .integer(let range): "a whole number \(words(for: range))"
    case .integerOrAuto(let range): "a whole number \(words(for: range)), or auto"
    case .integers(let range): "whole numbers \(words(for: range)), as 3, 1..5 or 1,4"
    case .number(let range) where range.isEverything: "a number"
    case .number(let range): "a number \(words(for: range))"
    case .numbers(let range) where range.isEverything: "a number, or a list of such, as 0.5,0.8"
    case .numbers(let range): "a number \(words(for: range)), or a list of such, as 0.5,0.8"
    case .choice(let words):
      words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
    case .choiceOrNumbers(let words, let range):
      "\(words.joined(separator: ", ")), or numbers"
        + (range == Self.anyNumber
          ? " as 1,0,2" : " from \(plain(range.lowerBound)) to \(plain(range.upperBound))")
    case .yesOrNo: "yes or no"
    case .rows: "a row, a date, a range as 33..42, a list, or all"
    case .splitPoint: "a date, a row or a share between 0 and 1"
    case .inputs: "numbers, as 0.5,0.6, or with several features a matrix with one row a step"
    case .matrix: "a square matrix, as [[0.5, 0.2], [0, 0.9]]"
    case .weights: "a number for all, a list, or a matrix as [[0.5, 0.2], [0, 0.9]]"
    case .quantity: "a quantity of the cell, as forget, input, candidate, output, cell or hidden"
    case .gateValue: "a number, or mean"
    case .file: "a file name"
    case .text: "a text"
    }
  }

  /// A short form for help: `1…10`, `yes|no`.
  public var shortForm: String {
    switch self {
    case .integer(let range):
      range.upperBound == Int.max
        ? "\(range.lowerBound)…" : "\(range.lowerBound)…\(range.upperBound)"
    case .integerOrAuto(let range): "\(KeyKind.integer(range).shortForm), auto"
    case .integers: "a..b"
    case .number(let range) where range.isEverything: "number"
    case .number(let range):
      range.isPositive
        ? "above 0" : "\(plain(range.lowerBound))…\(plain(range.upperBound))"
    case .numbers: "a,b"
    case .choice(let words): words.joined(separator: "|")
    case .choiceOrNumbers(let words, _): words.joined(separator: "|") + "|a,b"
    case .yesOrNo: "yes|no"
    case .rows: "row, date, a..b, all"
    case .splitPoint: "date, row, share"
    case .inputs: "a,b"
    case .matrix: "[[a,b],[c,d]]"
    case .weights: "a,b or matrix"
    case .quantity: "gate"
    case .gateValue: "number|mean"
    case .file: "file"
    case .text: "text"
    }
  }

  /// The words that can be completed without knowing the session.
  var choices: [String] {
    switch self {
    case .choice(let words), .choiceOrNumbers(let words, _): words
    case .yesOrNo: ["yes", "no"]
    case .gateValue: ["mean"]
    case .integerOrAuto: ["auto"]
    default: []
    }
  }

  /// Reads a word as a value of this kind.
  ///
  /// - Throws: `Mistake` at the word, with what was expected and the nearest right word.
  func bind(_ word: Word, key: String) throws(Mistake) -> BoundValue {
    switch self {
    case .choice(let words):
      guard words.contains(word.text) else { throw mistake(word, key: key) }
      return .word(word.text)
    case .yesOrNo:
      guard ["yes", "no"].contains(word.text) else { throw mistake(word, key: key) }
      return .flag(word.text == "yes")
    case .file, .text, .quantity:
      return .word(word.text)
    case .choiceOrNumbers(let words, _) where words.contains(word.text):
      return .word(word.text)
    default:
      break
    }
    let located = try Located(parsing: word)
    switch (self, located.literal) {
    case (.integer(let range), .integer(let value)) where range.contains(value):
      return .integer(value)
    case (.integerOrAuto(let range), .integer(let value)) where range.contains(value):
      return .integer(value)
    case (.integerOrAuto, .text("auto")):
      return .word("auto")
    case (.integers(let range), _):
      return .integers(try Self.integers(located, in: range, key: key, kind: self))
    case (.number(let range), _):
      guard let value = located.literal.number, range.contains(value) else {
        throw mistake(word, key: key)
      }
      return .number(value)
    case (.numbers(let range), _):
      return .numbers(try numbers(located, in: range, key: key))
    case (.choiceOrNumbers(_, let range), _):
      return .numbers(try numbers(located, in: range, key: key))
    case (.matrix, .matrix):
      return .located(located)
    case (.gateValue, let literal) where literal.number != nil || literal == .text("mean"):
      return .located(located)
    case (.rows, _), (.splitPoint, _), (.inputs, _), (.weights, _):
      return .located(located)
    default:
      throw mistake(word, key: key)
    }
  }

  /// All numbers that are worth typing; far from the ends of `Double`, so that sums stay finite.
  static let anyNumber = -1e100...1e100

  private func numbers(
    _ located: Located, in range: ClosedRange<Double>, key: String
  ) throws(Mistake) -> [Double] {
    let items = if case .list(let items) = located.literal { items } else { [located] }
    var values: [Double] = []
    for item in items {
      guard let value = item.literal.number, range.contains(value) else {
        throw mistake(Word(item.text, at: item.range), key: key)
      }
      values.append(value)
    }
    return values
  }

  private static func integers(
    _ located: Located, in range: ClosedRange<Int>, key: String, kind: KeyKind
  ) throws(Mistake) -> [Int] {
    let blame = Word(located.text, at: located.range)
    var values: [Int] = []
    switch located.literal {
    case .integer(let value):
      values = [value]
    case .range(let low, let high):
      guard case .integer(let first) = low.literal, case .integer(let last) = high.literal,
        first <= last, range.contains(first), range.contains(last), last - first < 1000
      else { throw kind.mistake(blame, key: key) }
      values = Array(first...last)
    case .list(let items):
      for item in items {
        values += try integers(item, in: range, key: key, kind: kind)
      }
    default:
      break
    }
    guard !values.isEmpty, values.allSatisfy(range.contains) else {
      throw kind.mistake(blame, key: key)
    }
    return values
  }

  /// The mistake of a value that does not fit.
  func mistake(_ word: Word, key: String) -> Mistake {
    let hint = choices.contains(word.text) ? nil : nearestWord(to: word.text, among: choices)
    return Mistake("\(key)=\(word.text): expected \(expectation)", at: word.range, hint: hint)
  }
}

extension Literal {
  /// The number this literal is, whole or not.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

extension ClosedRange<Double> {
  /// Whether the range stands for all numbers above zero.
  fileprivate var isPositive: Bool { lowerBound > 0 && lowerBound < 1e-6 }
  /// Whether the range holds every finite number.
  fileprivate var isEverything: Bool {
    self == -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }
}

/// A range in words: "from 1 to 10", "from 0 on".
private func words(for range: ClosedRange<Int>) -> String {
  "from \(range.lowerBound) " + (range.upperBound == Int.max ? "on" : "to \(range.upperBound)")
}

/// A range in words: "from 0 to 0.99", "above 0 and up to 100".
private func words(for range: ClosedRange<Double>) -> String {
  (range.isPositive ? "above 0 and up" : "from \(plain(range.lowerBound))") + " to "
    + plain(range.upperBound)
}

/// A number without a needless `.0`.
private func plain(_ value: Double) -> String {
  if let integer = Int(exactly: value) { return String(integer) }
  return String(value)
}
