import LineEditing

/// What `browse` shows: the day, the gate, the step, the unit, and what is being typed.
///
/// It knows no terminal: a key goes in, and the state is another one.
struct BrowseState: Sendable, Equatable {
  /// What is typed on the last line.
  enum Entry: Sendable, Equatable {
    /// A row or a date to go to.
    case day(String)
    /// What the gate is held at.
    case clamp(String)
  }

  /// What a key asks for that the state cannot do by itself.
  enum Wish: Sendable, Equatable {
    /// Leave the screen.
    case leave
    /// Go to the day that was typed.
    case jump(String)
    /// Hold the gate at what was typed.
    case clamp(String)
    /// Let the gate go.
    case unclamp
  }

  /// The model by its name.
  let model: String
  /// Its quantities by their names, in the order of the notation.
  let gates: [String]
  /// Those of them that can be held.
  let holdable: [String]
  /// How many units it has.
  let units: Int
  /// How many steps its windows have.
  let steps: Int
  /// The rows that can be shown.
  let days: BrowseDays

  /// The row of the day.
  var row: Int
  /// The place of the gate among `gates`.
  var gateIndex = 0
  /// The step of the window, from 1.
  var step: Int
  /// The unit whose numbers are shown; `nil` for none.
  var unit: Int?
  /// Whether the shades of a gate run from its least value to its greatest, not from 0 to 1.
  private(set) var isStretched = false
  /// What is being typed; `nil` for nothing.
  private(set) var entry: Entry?
  /// Whether the keys are explained.
  private(set) var isHelping = false
  /// What is to be told until the next key.
  var notice: String?

  /// The gate that is shown.
  var gate: String { gates[gateIndex] }

  /// The state that shows all of a day's window, its last step pointed at.
  init(
    model: String, gates: [String], holdable: [String], units: Int, steps: Int, days: BrowseDays,
    row: Int
  ) {
    self.model = model
    self.gates = gates
    self.holdable = holdable
    self.units = units
    self.steps = steps
    self.days = days
    self.row = row
    step = steps
  }
}

// MARK: The commands that show the same

extension BrowseState {
  /// The command that answers with the map.
  var mapCommand: String { "gates \(model) t=\(row) gate=\(gate) steps=all" }

  /// The command that answers about the step that is pointed at, with the unit's equations where
  /// there is one.
  var momentCommand: String {
    "gates \(model) t=\(row) step=\(step)" + (unit.map { " unit=\($0)" } ?? "")
  }

  /// What shows the same in the shell.
  var command: String { unit == nil ? mapCommand : "\(mapCommand); \(momentCommand)" }
}

// MARK: Keys

extension BrowseState {
  /// Takes a key.
  ///
  /// - Returns: What the key asks for beyond the state; `nil` for nothing.
  mutating func take(_ key: LineEditing.Key) -> Wish? {
    notice = nil
    if isHelping {
      isHelping = false
      return nil
    }
    if let entry { return take(key, typing: entry) }
    switch key {
    case .left: row = days.row(-1, after: row)
    case .right: row = days.row(1, after: row)
    case .pageUp: row = days.row(months: -1, after: row)
    case .pageDown: row = days.row(months: 1, after: row)
    case .home: row = days.first
    case .end: row = days.last
    case .up: gateIndex = (gateIndex + gates.count - 1) % gates.count
    case .down: gateIndex = (gateIndex + 1) % gates.count
    case .character("["): step = max(1, step - 1)
    case .character("]"): step = min(steps, step + 1)
    case .character("u"): unit = unit.map { $0 + 1 == units ? nil : $0 + 1 } ?? 0
    case .character("U"): unit = unit.map { $0 == 0 ? nil : $0 - 1 } ?? units - 1
    case .character("c"): askForClamp()
    case .character("s"): isStretched.toggle()
    case .character("?"): isHelping = true
    case .character("q"), .character("Q"), .escape: return .leave
    case .character(let digit) where Self.isOfDay(digit): entry = .day(String(digit))
    default: break
    }
    return nil
  }

  private mutating func askForClamp() {
    if holdable.contains(gate) {
      entry = .clamp("")
    } else if holdable.isEmpty {
      notice = "\(model) has no gate to hold"
    } else {
      notice = "\(gate) is computed, not held; c holds \(holdable.joined(separator: ", "))"
    }
  }

  /// Rows and dates are made of these.
  private static func isOfDay(_ character: Character) -> Bool {
    "0123456789-".contains(character)
  }

  /// Numbers and `mean` are made of these; nothing of another command is.
  private static func isOfValue(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter || ".-+".contains(character))
  }

  private mutating func take(_ key: LineEditing.Key, typing entry: Entry) -> Wish? {
    let (typed, isDay): (String, Bool) =
      switch entry {
      case .day(let text): (text, true)
      case .clamp(let text): (text, false)
      }
    func asked(_ text: String) -> Entry { isDay ? .day(text) : .clamp(text) }
    switch key {
    case .character(let character):
      let fits = isDay ? Self.isOfDay(character) : Self.isOfValue(character)
      if fits, typed.utf8.count < 32 { self.entry = asked(typed + String(character)) }
    case .backspace where !typed.isEmpty:
      self.entry = asked(String(typed.dropLast()))
    case .control("u"):
      self.entry = asked("")
    case .backspace, .escape:
      self.entry = nil
    case .enter:
      self.entry = nil
      if isDay { return typed.isEmpty ? nil : .jump(typed) }
      return typed.isEmpty ? .unclamp : .clamp(typed)
    default:
      break
    }
    return nil
  }
}
