public import Grammar

/// The arguments of one call, checked against the command's declaration.
public struct Arguments: Sendable {
  /// The call as typed.
  public let invocation: Invocation
  /// The form that was chosen.
  public let form: Form
  /// The words behind the verb and the form's selector.
  public let words: [Word]
  private let values: [String: BoundValue]

  /// Checks a call: chooses the form, counts the words, reads every key.
  ///
  /// - Throws: `Mistake` for an unknown form, a word too many or too few, an unknown key or a value that does not fit.
  init(_ invocation: Invocation, for command: any Command) throws(Mistake) {
    self.invocation = invocation
    let (form, words) = try Self.chooseForm(of: command, for: invocation)
    self.form = form
    self.words = words
    let flags = try Self.flags(invocation, form)
    try Self.count(words, against: form, of: command, invocation)
    var values: [String: BoundValue] = [:]
    for pair in invocation.pairs where pair.key.text != Self.pickKey {
      guard let key = form.key(typed: pair.key.text) else {
        throw Self.unknownKey(pair.key, form: form, command: command)
      }
      guard values[key.name] == nil else {
        throw Mistake("\(pair.key.text)= is \(key.name)= again; keep one", at: pair.key.range)
      }
      values[key.name] = try key.kind.bind(pair.value, key: key.name)
    }
    for (key, option) in flags {
      guard values[key.name] == nil else {
        throw Mistake("\(option.text) is \(key.name)= again; keep one", at: option.range)
      }
      values[key.name] = .flag(true)
    }
    self.values = values
  }

  /// The key that every command takes.
  static let pickKey = "pick"
  /// The options that every command takes.
  static let options = ["--help", "--json"]
}

// MARK: Reading

extension Arguments {
  /// The first word, where there is one.
  public var word: Word? { words.first }

  /// The word that selected the form; `nil` for the plain form.
  public var selector: String? { form.selector }

  /// Whether the key was typed.
  public func has(_ key: String) -> Bool { values[key] != nil }

  /// The value of a key of kind `.integer`.
  public func integer(_ key: String) -> Int? {
    if case .integer(let value) = values[key] { value } else { nil }
  }

  /// The values of a key of kind `.integers`.
  public func integers(_ key: String) -> [Int]? {
    if case .integers(let values) = values[key] { values } else { nil }
  }

  /// The value of a key of kind `.number`.
  public func number(_ key: String) -> Double? {
    if case .number(let value) = values[key] { value } else { nil }
  }

  /// The values of a key of kind `.numbers`, or of kind `.choiceOrNumbers` where numbers were typed.
  public func numbers(_ key: String) -> [Double]? {
    if case .numbers(let values) = values[key] { values } else { nil }
  }

  /// The value of a key of kind `.choice`, `.choiceOrNumbers`, `.text`, `.file` or `.quantity`.
  public func text(_ key: String) -> String? {
    if case .word(let value) = values[key] { value } else { nil }
  }

  /// The value of a key of kind `.yesOrNo`.
  public func flag(_ key: String) -> Bool? {
    if case .flag(let value) = values[key] { value } else { nil }
  }

  /// The value of a key of a kind that the command reads itself, as `.rows` and `.matrix`, with its
  /// place.
  public func located(_ key: String) -> Located? {
    if case .located(let value) = values[key] { value } else { nil }
  }

  /// Where the value of `key` stands in the line, for a mistake that only the command can see.
  public func place(of key: String) -> Range<Int>? {
    pair(of: key)?.value.range
  }

  /// Where the key itself stands.
  public func placeOfKey(_ key: String) -> Range<Int>? {
    pair(of: key)?.key.range
  }

  private func pair(of key: String) -> Pair? {
    invocation.pairs.first { form.key(typed: $0.key.text)?.name == key }
  }

  /// Refuses each key of `keys` that was typed, since `reason`.
  public func refuse(_ keys: String..., since reason: String) throws(Mistake) {
    for key in keys where has(key) {
      throw Mistake("\(key)= does not go with this: \(reason)", at: placeOfKey(key))
    }
  }
}

// MARK: Checking

extension Arguments {
  private static func chooseForm(
    of command: any Command, for invocation: Invocation
  ) throws(Mistake) -> (Form, [Word]) {
    let words = invocation.words
    let selectors = command.forms.compactMap(\.selector)
    if let first = words.first, let form = command.forms.first(where: { $0.selector == first.text })
    {
      return (form, Array(words.dropFirst()))
    }
    if let plain = command.forms.first(where: { $0.selector == nil }) {
      if let first = words.first, plain.words.isEmpty, !selectors.isEmpty {
        throw unknownWord(first, choices: selectors, command: command)
      }
      return (plain, words)
    }
    guard let first = words.first else {
      throw Mistake(
        "\(command.verb) needs a word behind it: \(selectors.joined(separator: ", "))",
        at: invocation.verb.range)
    }
    throw unknownWord(first, choices: selectors, command: command)
  }

  private static func unknownWord(
    _ word: Word, choices: [String], command: any Command
  ) -> Mistake {
    Mistake(
      "\(command.verb) does not know \"\(word.text)\"; it takes \(choices.joined(separator: ", "))",
      at: word.range, hint: nearestWord(to: word.text, among: choices))
  }

  private static func count(
    _ words: [Word], against form: Form, of command: any Command, _ invocation: Invocation
  ) throws(Mistake) {
    let least = form.words.filter { $0.count == .one }.count
    if words.count < least {
      let missing = form.words[words.count].name
      let called = [command.verb, form.selector].compactMap(\.self).joined(separator: " ")
      throw Mistake(
        "\(called) needs \(missing): \(form.usage(of: command.verb))",
        at: invocation.range.upperBound..<invocation.range.upperBound)
    }
    let most = form.words.contains { $0.count == .any } ? Int.max : form.words.count
    if words.count > most {
      let extra = words[most]
      throw Mistake(
        advice(about: extra, form, command), at: extra.range,
        hint: nearestWord(to: extra.text, among: form.keys.map(\.name)))
    }
    for (parameter, word) in zip(form.words, words) {
      if case .choice(let choices) = parameter.kind, !choices.contains(word.text) {
        throw unknownWord(word, choices: choices, command: command)
      }
    }
  }

  /// What to write instead of a word too many.
  private static func advice(about extra: Word, _ form: Form, _ command: any Command) -> String {
    let names = form.keys.map(\.name)
    if names.contains(extra.text) {
      return "\(extra.text) is a key: write \(extra.text)=VALUE"
    }
    if names.contains("t"), let located = try? Located(parsing: extra), located.literal.isRow {
      return "\"\(extra.text)\" stands alone; if it is a day, write t=\(extra.text)"
    }
    return "\"\(extra.text)\" is one word too many: \(form.usage(of: command.verb))"
  }

  /// The keys of kind yes or no that stand as options: `--answers` for `answers=yes`.
  private static func flags(
    _ invocation: Invocation, _ form: Form
  ) throws(Mistake) -> [(key: Key, option: Word)] {
    var flags: [(key: Key, option: Word)] = []
    for option in invocation.options where !options.contains(option.text) {
      let name = String(option.text.drop { $0 == "-" })
      guard let key = form.key(typed: name), key.kind.isFlag else {
        throw unknownOption(option, called: name, form: form)
      }
      flags.append((key, option))
    }
    return flags
  }

  private static func unknownOption(_ option: Word, called name: String, form: Form) -> Mistake {
    if name == pickKey || form.key(typed: name) != nil {
      return Mistake(
        "keys have no dashes here: write \(name)=VALUE", at: option.range, hint: name)
    }
    let flags = form.listedKeys.filter(\.kind.isFlag).map { "--" + $0.name }
    return Mistake(
      "there is no option \(option.text); every command takes --help and --json", at: option.range,
      hint: nearestWord(to: option.text, among: options + flags))
  }

  private static func unknownKey(_ key: Word, form: Form, command: any Command) -> Mistake {
    let names = form.listedKeys.map(\.name) + [pickKey]
    let verb = [command.verb, form.selector].compactMap(\.self).joined(separator: " ")
    return Mistake(
      "\(verb) has no key \(key.text)=; its keys are \(names.joined(separator: ", "))",
      at: key.range,
      hint: nearestWord(to: key.text, among: form.keys.map(\.name) + [pickKey]))
  }
}

extension Literal {
  /// Whether this may name rows: a whole number, a date, or a range of them.
  fileprivate var isRow: Bool {
    switch self {
    case .integer, .date, .range: true
    default: false
    }
  }
}

extension Form {
  /// The key that a typed name means.
  func key(typed name: String) -> Key? {
    keys.first { $0.name == name || $0.otherNames.contains(name) }
  }

  /// How the form is typed: `data load FILE [column=] …`.
  public func usage(of verb: String) -> String {
    let words = words.map { word in
      switch word.count {
      case .one: word.name
      case .optional: "[\(word.name)]"
      case .any: "[\(word.name) …]"
      }
    }
    return ([verb] + [selector].compactMap(\.self) + words + listedKeys.map { "[\($0.name)=]" })
      .joined(separator: " ")
  }
}
