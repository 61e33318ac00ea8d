import Reports

/// One walk down a page: whose numbers stand on it, and how far it has come.
struct PageVisit: Sendable {
  /// The page's place in the lesson, from 0.
  let index: Int
  /// The page.
  let page: Page
  /// Whose numbers.
  let seed: DrawSeed
  /// The numbers.
  let draws: Draws
  /// Whether the page had been done before: then what waits only for a key does not wait.
  let isRevisit: Bool
  /// The next block.
  private(set) var block = 0
  /// The next command of that block.
  var command = 0
  /// The bet of that block, once it is placed, and what its command answered.
  var bet: PlacedBet?

  /// The hands raised for each option of that block.
  var votes: [Int]?

  /// A bet whose outcome has not been told.
  struct PlacedBet: Sendable {
    /// The bet, and the line in which it was given; nil where the student passed.
    let bet: (bet: Bet, given: String)?
    /// Whether it is kept in the progress already.
    var isKept: Bool
    /// What the bet's command answered, once it has run.
    var report: Report?
  }

  init(index: Int, page: Page, seed: DrawSeed, draws: Draws, isRevisit: Bool) {
    self.index = index
    self.page = page
    self.seed = seed
    self.draws = draws
    self.isRevisit = isRevisit
  }

  /// The next block; nil at the page's end.
  var current: LessonBlock? {
    page.blocks.indices.contains(block) ? page.blocks[block] : nil
  }

  /// The number of the next question among those of the page, from 1.
  var questionNumber: Int {
    page.blocks.prefix(block).count { PageQuestion($0) != nil } + 1
  }

  /// The pieces of running text that come next.
  var runningText: [Prose] {
    page.blocks.dropFirst(block).prefix { PageVisit.prose($0) != nil }.compactMap(PageVisit.prose)
  }

  /// The paragraph, table or whole list that comes next.
  var nextText: [Prose] {
    let text = runningText
    let items = text.prefix { if case .item = $0.kind { true } else { false } }
    return Array(items.isEmpty ? text.prefix(1) : items)
  }

  /// Goes past the next blocks.
  mutating func pass(_ count: Int = 1) {
    block += count
    command = 0
    bet = nil
    votes = nil
  }

  private static func prose(_ block: LessonBlock) -> Prose? {
    if case .prose(let prose) = block { prose } else { nil }
  }
}
