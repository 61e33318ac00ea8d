import Grammar
import LineEditing
import MarketSeries
import Reports

/// One command line run again and again with another day, gate, step or unit, on a whole screen.
struct Browser {
  /// How a browser was left.
  struct Ending {
    /// What was shown last, as the command in the shell answers it.
    let answer: Report
    /// What the shell says about it.
    let farewell: Report
    /// Whether Ctrl-C ended it.
    let isInterrupted: Bool
  }

  private(set) var session: Session
  private var state: BrowseState
  private let context: CommandContext
  private let screen: any FullScreen

  /// Begins at a state.
  ///
  /// - Parameters:
  ///   - state: What is shown first.
  ///   - session: The session that commands run in; clamps stay in it.
  ///   - context: What commands may use.
  ///   - screen: Where it is shown.
  init(
    _ state: BrowseState, in session: Session, _ context: CommandContext, on screen: any FullScreen
  ) {
    self.state = state
    self.session = session
    self.screen = screen
    // A bar would be drawn over the screen.
    self.context = context.reporting { _ in if Signals.isInterrupted { throw Interrupted() } }
  }

  /// Shows and takes keys until one leaves.
  ///
  /// - Throws: What the commands throw when what is shown cannot be answered.
  mutating func run() throws -> Ending {
    let clampsBefore = session.clampTexts
    while true {
      // A key held down comes faster than a slow terminal draws: only what it ends at is drawn.
      if !screen.isKeyWaiting { screen.show(try lines()) }
      let key = screen.readKey()
      switch key {
      case .redraw:
        continue
      case .interrupt, .endOfInput, .terminated:
        return try ending(clampsBefore, isInterrupted: key == .interrupt)
      default:
        switch state.take(key) {
        case .leave: return try ending(clampsBefore, isInterrupted: false)
        case .jump(let text): try attempt { try $0.jump(to: text) }
        case .clamp(let value): try attempt { try $0.clamp(value) }
        case .unclamp: try attempt { try $0.unclamp() }
        case nil: break
        }
      }
    }
  }

  // MARK: What is asked for

  /// Does what a key asks for; a mistake is told on the last line.
  private mutating func attempt(_ body: (inout Browser) throws -> Void) throws {
    do {
      try body(&self)
    } catch let mistake as Mistake {
      state.notice = mistake.message
    } catch is Interrupted {
      Signals.take(.interrupt)
      state.notice = "interrupted"
    }
  }

  private mutating func jump(to text: String) throws {
    let data = try session.marketData(context)
    let located = try Located(parsing: Word(text, at: 0..<text.utf8.count))
    let selection = try data.rows(located, .windowEnd())
    guard selection.isSingle, let row = selection.rows.first else {
      throw Mistake("one day is shown, as 42 or 2008-10-10", at: nil)
    }
    state.row = row
  }

  private mutating func clamp(_ value: String) throws {
    _ = try answer("clamp \(state.model) \(state.gate)=\(value)")
  }

  /// Lets the gate go: all of the model's, and then holds the others again.
  private mutating func unclamp() throws {
    let clamps = try model().clamps
    guard clamps.contains(where: { $0.gate == state.gate }) else {
      throw Mistake("\(state.gate) is not clamped", at: nil)
    }
    let others = clamps.filter { $0.gate != state.gate }.map { " " + $0.typed }.joined()
    var copy = self
    _ = try copy.answer("unclamp \(state.model)")
    if !others.isEmpty { _ = try copy.answer("clamp \(state.model)\(others)") }
    self = copy
  }

  private mutating func model() throws -> Model {
    try session.model(Word(state.model, at: 0..<0), context)
  }

  // MARK: What is shown

  /// The answer to a command line; what it changes stays.
  private mutating func answer(_ line: String) throws -> Report {
    try SideCommand(line).run(in: &session, context)
  }

  private mutating func lines() throws -> [String] {
    var capabilities = context.capabilities
    let size = screen.size
    (capabilities.width, capabilities.height) = (size.columns, size.rows)
    let renderer = ScreenRenderer(capabilities)
    guard !state.isHelping else { return renderer.lines(of: BrowsePage.help) }
    let data = try session.marketData(context)
    let rows = BrowsePage.rows(around: state.row, in: data.dataset)
    let page = BrowsePage(
      state: state, model: try model(), data: data, map: try answer(state.mapCommand),
      moment: try answer(state.momentCommand),
      price: try answer("data plot t=\(rows.lowerBound)..\(rows.upperBound)"))
    return try renderer.lines(page.page())
  }

  // MARK: Leaving

  private mutating func ending(
    _ clampsBefore: [String], isInterrupted: Bool
  ) throws -> Ending {
    screen.close()
    var farewell = Report()
    farewell.add(marked: "The same in the shell: `\(state.command)`")
    if session.clampTexts != clampsBefore {
      let model = try model()
      farewell.add(
        marked: model.clampText.map {
          "\(model.name) stays \($0); `unclamp \(model.name)` lets it go."
        } ?? "\(model.name) is not clamped any more.")
    }
    return Ending(
      answer: try answer(state.mapCommand), farewell: farewell, isInterrupted: isInterrupted)
  }
}

extension Session {
  /// What is clamped, as it is typed.
  fileprivate var clampTexts: [String] {
    clampedModels.flatMap { model in model.clamps.map { "\(model.name) \($0.typed)" } }
  }
}

extension Clamp {
  /// The clamp as a command takes it, every digit of it.
  fileprivate var typed: String {
    isMean ? "\(gate)=mean" : "\(gate)=\(values.first ?? 0)"
  }
}
