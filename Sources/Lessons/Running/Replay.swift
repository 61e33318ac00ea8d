/// Runs what the pages before a page run, so that it begins as if they had just been read.
struct Replay: Sendable {
  /// A command of a lesson.
  struct Place: Sendable, Hashable {
    let page: String
    let block: Int
    let command: Int
  }

  /// Commands that fail, and that the student has left out.
  private var leftOut: Set<Place> = []

  /// Leaves a command out of all that follows.
  mutating func leaveOut(_ place: Place) {
    leftOut.insert(place)
  }

  /// Makes the session the one that some pages leave.
  ///
  /// - Parameters:
  ///   - pages: The pages in order, each with the seed of its draws.
  ///   - host: Holds the session.
  /// - Throws: The `Mistake` of a command or a draw that fails; what interrupts.
  func prepare(after pages: [(page: Page, seed: DrawSeed)], _ host: some LessonHost) throws {
    var commands: [String] = []
    for (page, seed) in pages {
      commands += try self.commands(of: page, seed, after: commands, host).map(\.text)
    }
    try host.prepare(after: commands)
  }

  /// Makes the session the one that some pages leave, as far as their commands can run; those that
  /// fail are left out from now on.
  mutating func prepareWhatRuns(
    after pages: [(page: Page, seed: DrawSeed)], _ host: some LessonHost
  ) {
    var commands: [String] = []
    for (page, seed) in pages {
      let own = try? self.commands(of: page, seed, after: commands, host)
      for command in own ?? [] {
        do {
          try host.prepare(after: commands + [command.text])
          commands.append(command.text)
        } catch {
          leaveOut(command.place)
        }
      }
    }
    // The last one may have failed.
    try? host.prepare(after: commands)
  }

  /// What a page runs, filled with its own draws; commands that must fail change nothing and are no
  /// part of it.
  ///
  /// A condition of the draws may ask for values of commands: those of the session in which the page
  /// begins.
  private func commands(
    of page: Page, _ seed: DrawSeed, after commands: [String], _ host: some LessonHost
  ) throws -> [(place: Place, text: String)] {
    let own = page.commands.filter { !leftOut.contains($0.place) }
    guard !own.isEmpty else { return [] }
    if page.variables.condition?.holdsCommand == true { try host.prepare(after: commands) }
    let draws = try page.variables.draws(for: seed, host)
    return try own.map { ($0.place, try $0.template.filled(with: draws, host)) }
  }
}

extension Page {
  /// What the page's run blocks and bets run, each with its place.
  fileprivate var commands: [(place: Replay.Place, template: Template)] {
    blocks.enumerated().flatMap { number, block -> [(Replay.Place, Template)] in
      block.replayed.enumerated().map {
        (Replay.Place(page: id, block: number, command: $0), $1)
      }
    }
  }
}

extension LessonBlock {
  /// The commands that change the lesson's session.
  fileprivate var replayed: [Template] {
    switch self {
    case .run(let run) where run.mode != .expectError: run.commands
    case .guess(let guess): [guess.command].compactMap { $0 }
    default: []
    }
  }
}

extension Template {
  /// Whether a command stands in it between backticks.
  fileprivate var holdsCommand: Bool {
    parts.contains { if case .text(let text) = $0 { text.contains("`") } else { false } }
  }
}
