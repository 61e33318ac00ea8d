import Grammar
import Reports

// MARK: From page to page

extension LessonRunner {
  /// Says what the lesson is about, and where the student is.
  mutating func introduce(_ lesson: Lesson) {
    text.title = lesson.title
    say(lesson.summary)
    let minutes = corePathOnly ? lesson.coreMinutes ?? lesson.minutes : lesson.minutes
    let pages = counted(route.count, "page")
    let path = route.count < lesson.pages.count ? " of \(lesson.pages.count) on the core path" : ""
    say("About \(counted(minutes, "minute")), \(pages)\(path). `help` lists what you can type.")
    let missing = lesson.needs.filter { !isFinished($0) }
    if !missing.isEmpty {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      say("It builds on \(names), which you have not finished; you can go on all the same.")
    }
    let done = route.count { isDone(lesson.pages[$0]) }
    if done == route.count, done > 0 {
      say("You have done all of it. Enter leads through it once more; `again` gives new numbers.")
    } else if done > 0 {
      say("You have done \(done) of its \(pages), and go on where you were.")
    }
  }

  /// Where the lesson goes on: the page last left, unless it is done; else the next that is not.
  private var startingPlace: Int? {
    guard let lesson else { return nil }
    let last = lessonProgress?.currentPage.flatMap { id in
      lesson.pages.firstIndex { $0.id == id }
    }
    if let last, !isDone(lesson.pages[last]) { return last }
    let open = route.filter { !isDone(lesson.pages[$0]) }
    return open.first { $0 > last ?? -1 } ?? open.first ?? route.first
  }

  /// Opens the first page, once the recalls are over.
  mutating func openFirstPage(_ host: some LessonHost) {
    guard let first = startingPlace else { return finish(host) }
    open(first, host)
  }

  /// Opens a page: in the session that the pages before it leave, with its own numbers.
  ///
  /// - Parameters:
  ///   - index: The page's place in the lesson.
  ///   - isWhole: Whether all that earlier pages run has to succeed; false where it does not.
  ///   - host: The program around the lesson.
  mutating func open(_ index: Int, isWhole: Bool = true, _ host: some LessonHost) {
    guard let lesson, lesson.pages.indices.contains(index) else { return }
    keepDraft()
    flush(host)
    let page = lesson.pages[index]
    place = index
    visit = nil
    let isRevisit = isDone(page) && !isPresented
    arrive(at: page)
    do {
      let before = route.filter { $0 < index }.map { lesson.pages[$0] }
        .map { (page: $0, seed: self.seed(of: $0)) }
      if isWhole {
        try replay.prepare(after: before, host)
      } else {
        replay.prepareWhatRuns(after: before, host)
      }
      let seed = self.seed(of: page)
      let draws = try page.variables.draws(for: seed, host)
      visit = PageVisit(index: index, page: page, seed: seed, draws: draws, isRevisit: isRevisit)
    } catch {
      if !isWhole { return openNext(after: index, host) }
      say("This page could not be made ready: \(sentence(of: error)).")
      say("Enter tries again; `skip` goes on without.")
      awaited = .retry(.opening)
      return
    }
    text.title = "\(index + 1) of \(lesson.pages.count) · \(page.title)"
    walk(host)
  }

  /// Opens the next page of the path, or ends the lesson.
  mutating func openNext(after index: Int, _ host: some LessonHost) {
    guard let next = route.first(where: { $0 > index }) else { return finish(host) }
    open(next, host)
  }

  /// Notes that the page is done, and says what comes.
  private mutating func reachEnd(of visit: PageVisit, _ host: some LessonHost) {
    update(visit.page.id) { record, now in
      record.isDone = true
      record.finished = record.finished ?? now
    }
    awaited = .pageEnd
    flush(host)
    if let next = route.first(where: { $0 > visit.index }), let lesson {
      let title = lesson.pages[next].title
      let isWhole = title.last.map { ".?!…".contains($0) } ?? false
      say("Enter: page \(next + 1), \(title)\(isWhole ? "" : ".")")
    } else {
      sayWhatIsLeft()
      say("That was the last page. Enter ends the lesson.")
    }
    flush(host)
    save(host)
  }

  private mutating func sayWhatIsLeft() {
    guard let lesson else { return }
    let open = route.filter { !isDone(lesson.pages[$0]) }
    guard let first = open.first else { return }
    say("\(counted(open.count, "page")) before it waits for you: `goto \(first + 1)`.")
  }

  /// Ends the lesson with what has been done.
  private mutating func finish(_ host: some LessonHost) {
    flush(host)
    if isPresented {
      say("That was the lesson.")
    } else if let lesson {
      changeLesson { $0.currentPage = nil }
      let summary = LessonSummary(lesson, route: route, lessonProgress)
      text = summary.report(title: "The end of \(lesson.title)")
      say("`lessons` shows what comes next.")
    }
    end(host)
  }
}

// MARK: Down a page

extension LessonRunner {
  /// Shows what comes on the page, up to the first thing that waits.
  mutating func walk(_ host: some LessonHost) {
    awaited = .nothing
    do {
      while let visit, let block = visit.current {
        guard try pass(block, of: visit, host) else { return }
        if block.showsSomething, waitsForNextBlock() { return }
      }
      if let visit { reachEnd(of: visit, host) }
    } catch {
      say("This cannot be shown: \(sentence(of: error)).")
      waitForRetry(.block)
    }
  }

  /// Shows one block and goes past it.
  ///
  /// - Returns: False where it waits.
  /// - Throws: What keeps it from being shown; then the page stays at it.
  private mutating func pass(
    _ block: LessonBlock, of visit: PageVisit, _ host: some LessonHost
  ) throws -> Bool {
    switch block {
    case .prose:
      let prose = isPresented ? visit.nextText : visit.runningText
      text.blocks += try shown(prose, visit.draws, host)
      self.visit?.pass(prose.count)
      return true
    case .math(let math):
      text.add(equation: try math.plain.filled(with: visit.draws, host))
    case .kept(let kept):
      text.add(marked: KeptWork(kept, in: progress, dayOf: host.day).text)
    case .teacher, .check:
      break
    case .pause:
      self.visit?.pass()
      if visit.isRevisit || isPresented { return true }
      flush(host)
      say("Enter goes on.")
      awaited = .pause
      return false
    case .run(let run): return try pass(run, of: visit, host)
    case .ask(let ask): return try pass(ask, of: visit, host)
    case .guess(let guess): return try pass(guess, of: visit, host)
    case .write(let write): return try pass(write, of: visit, host)
    }
    self.visit?.pass()
    return true
  }

  /// Running text with its numbers; the items of a list make one block.
  private func shown(
    _ prose: [Prose], _ draws: Draws, _ host: some LessonHost
  ) throws -> [Block] {
    var blocks: [Block] = []
    var items: [(mark: String, text: String)] = []
    func endList(_ blocks: inout [Block], _ items: inout [(mark: String, text: String)]) {
      if !items.isEmpty { blocks.append(Markup.list(items)) }
      items = []
    }
    for piece in prose {
      switch piece.kind {
      case .item(let mark):
        items.append((mark, try piece.text.filled(with: draws, host)))
      case .paragraph:
        endList(&blocks, &items)
        blocks.append(Markup.paragraph(try piece.text.filled(with: draws, host)))
      case .table(let rows):
        endList(&blocks, &items)
        blocks.append(
          Markup.table(try rows.map { try $0.map { try $0.filled(with: draws, host) } }))
      }
    }
    endList(&blocks, &items)
    return blocks
  }

  /// Shows the running text that comes next without what cannot be computed.
  mutating func showWhatCanBeShown(of visit: PageVisit, _ host: some LessonHost) {
    let prose = visit.runningText
    for piece in prose {
      if let blocks = try? shown([piece], visit.draws, host) { text.blocks += blocks }
    }
    self.visit?.pass(prose.count)
  }

  /// Waits for another try at what has failed.
  mutating func waitForRetry(_ failed: Awaited.Failed) {
    say("Enter tries again; `skip` goes on without.")
    awaited = .retry(failed)
  }

  /// What an error says, without a full stop.
  func sentence(of error: any Error) -> String {
    (error as? Mistake)?.message ?? printable(String(describing: error))
  }
}
