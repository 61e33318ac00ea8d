import Grammar
import Reports

extension LessonRunner {
  /// Does what Enter does here.
  mutating func goOn(_ host: some LessonHost) {
    switch awaited {
    case .nothing: return
    case .recall(let dialogue): passBlank(dialogue, host)
    case .ask(let dialogue):
      if isPresented { return showAnswer(dialogue, host) }
      pose(dialogue.ask)
      say(dialogue.ask.kind.wish + "; `hint`, `answer` and `skip` help on.")
    case .bet(let guess):
      if isPresented { return skipBet(host) }
      pose(guess)
      say("Type your bet, or `skip` to see it at once.")
    case .words(let dialogue):
      if isPresented, dialogue.lines.isEmpty { return showAnswer(dialogue, host) }
      endWords(dialogue, host)
    case .criteria(let dialogue): sayHowToTick(dialogue)
    case .typing(let command): finishTyping(command, isTyped: false, host)
    case .pause: if place == nil { openFirstPage(host) } else { walk(host) }
    case .pageEnd: if let place { openNext(after: place, host) }
    case .retry(.opening): if let place { open(place, host) }
    case .retry(.block): walk(host)
    case .retry(.typed(let command)): finishTyping(command, isTyped: false, host)
    }
  }

  /// Does what a word of lessons asks for.
  mutating func follow(_ word: LessonWord, _ argument: String?, _ host: some LessonHost) {
    guard words.contains(word) else {
      return say(
        lesson == nil
          ? "`\(word.name)` belongs to a lesson; this is a review. `leave` ends it."
          : "`\(word.name)` counts raised hands where a teacher presents a lesson.")
    }
    switch word {
    case .next: goOn(host)
    case .back: goBack(host)
    case .hint: giveHint()
    case .answer: giveAnswer(argument, host)
    case .skip: skip(host)
    case .again: startPageAgain(host)
    case .goto: goTo(argument, host)
    case .reset: reset(host)
    case .menu: if let lesson { text = LessonMenu(lesson, route, lessonProgress, place).report }
    case .progress: sayProgress()
    case .notes: giveNotes(argument, host)
    case .votes: takeVotes(argument)
    case .leave: leave(host, now: now)
    case .help: sayWords()
    }
  }

  // MARK: Around a question

  private mutating func giveHint() {
    switch awaited {
    case .ask(let dialogue): hint(dialogue)
    case .recall: say("No hints here: try, or `answer` shows it and `skip` leaves it.")
    case .bet: say("A bet needs no hint: nothing is wrong here, and `skip` shows it at once.")
    case .words, .criteria: say("There is no hint to own words; `answer` shows the author's.")
    case .typing: say("Type the line as it stands above; Enter alone runs it for you.")
    case .nothing, .pause, .pageEnd: say("Nothing is asked just now; Enter goes on.")
    case .retry: say("Enter tries again; `skip` goes on without.")
    }
  }

  private mutating func giveAnswer(_ argument: String?, _ host: some LessonHost) {
    if let argument { return take(argument, host) }
    switch awaited {
    case .ask(let dialogue): showAnswer(dialogue, host)
    case .recall(let dialogue): showAnswer(dialogue, host)
    case .bet: say("The answer comes after your bet; `skip` shows it without one.")
    case .words(let dialogue): showAnswer(dialogue, host)
    case .criteria(let dialogue): sayHowToTick(dialogue)
    case .typing(let command): finishTyping(command, isTyped: false, host)
    case .nothing, .pause, .pageEnd: say("Nothing is asked just now; Enter goes on.")
    case .retry: say("Enter tries again; `skip` goes on without.")
    }
  }

  private mutating func skip(_ host: some LessonHost) {
    switch awaited {
    case .ask: skipQuestion(.ask, host)
    case .recall(let dialogue): skip(dialogue, host)
    case .bet: skipBet(host)
    case .words(let dialogue):
      if dialogue.lines.isEmpty { return skipQuestion(.write, host) }
      keepDraft()
      passQuestion(host)
    case .criteria: passQuestion(host)
    case .retry(.opening): if let place { open(place, isWhole: false, host) }
    case .retry(.block): skipBlock(host)
    case .retry(.typed): leaveOutCommand(host)
    case .nothing, .typing, .pause, .pageEnd: goOn(host)
    }
  }

  /// Goes past the block that has failed.
  private mutating func skipBlock(_ host: some LessonHost) {
    guard let visit, let block = visit.current else { return walk(host) }
    switch block {
    case .run: leaveOutCommand(host)
    case .guess: skipFailedBet(of: visit, host)
    case .ask: skipQuestion(.ask, host)
    case .write: skipQuestion(.write, host)
    case .prose:
      showWhatCanBeShown(of: visit, host)
      walk(host)
    case .math, .kept, .teacher, .check, .pause:
      self.visit?.pass()
      walk(host)
    }
  }

  private mutating func leaveOutCommand(_ host: some LessonHost) {
    guard let visit else { return }
    replay.leaveOut(
      Replay.Place(page: visit.page.id, block: visit.block, command: visit.command))
    passCommand(host)
  }

  // MARK: Between pages

  private mutating func goBack(_ host: some LessonHost) {
    guard let place, let lesson else {
      return say("The first page comes after these questions; `skip` leaves one.")
    }
    let pages = route.contains(place) ? route : Array(lesson.pages.indices)
    guard let before = pages.last(where: { $0 < place }) else {
      return say("This is the first page.")
    }
    open(before, host)
  }

  private mutating func startPageAgain(_ host: some LessonHost) {
    guard let place, let lesson else {
      return say("`again` begins a page anew; the first one comes after these questions.")
    }
    keepDraft()
    awaited = .nothing
    beginAgain(lesson.pages[place])
    open(place, host)
  }

  private mutating func goTo(_ page: String?, _ host: some LessonHost) {
    guard let lesson else { return }
    let ids = lesson.pages.map(\.id)
    let range = "1 to \(ids.count)"
    guard let page else {
      return say("`goto` needs a page, by its number, \(range), or its name; `menu` lists them.")
    }
    if let index = ids.firstIndex(of: page.lowercased()) { return open(index, host) }
    if let number = Int(page) {
      guard number > 0, number <= ids.count else {
        return say("There is no page \(number); this lesson has the pages \(range).")
      }
      return open(number - 1, host)
    }
    let nearest = nearestWord(to: page, among: ids).map { "; did you mean `\($0)`?" }
    say("There is no page \"\(printable(page))\"" + (nearest ?? "; `menu` lists the pages."))
  }

  private mutating func reset(_ host: some LessonHost) {
    guard let lesson else { return }
    guard isResetAsked else {
      isResetAsked = true
      return say(
        "This forgets what you have done in \(lesson.title). Type `reset` once more to do it; "
          + "anything else keeps it.")
    }
    isResetAsked = false
    awaited = .nothing
    visit = nil
    changeLesson { $0.reset() }
    save(host)
    say("All forgotten. The lesson begins anew.")
    openFirstPage(host)
  }

  // MARK: About the lesson

  private mutating func sayProgress() {
    guard let lesson else { return sayRecallsRight() }
    text = LessonSummary(lesson, route: route, lessonProgress).report(title: lesson.title)
  }

  private mutating func giveNotes(_ file: String?, _ host: some LessonHost) {
    guard let lesson else { return }
    keepDraft()
    let notes = LessonNotes(lesson, progress: progress, host).markdown
    guard let file else { return text.add(paragraph: notes) }
    guard Self.isForNotes(file) else {
      return say("Give the file a name that ends in `.md`, or in `.html` for a page.")
    }
    flush(host)
    host.writeNotes(notes, to: file)
  }

  /// Whether notes can be written into a file of that name.
  static func isForNotes(_ file: String) -> Bool {
    [".md", ".html"].contains { file.hasSuffix($0) && file.utf8.count > $0.utf8.count }
  }

  private mutating func sayWords() {
    text.title = lesson == nil ? "In a review you can type" : "In a lesson you can type"
    var table = Table(name: "words", columns: ["word", "what it does"])
    for word in words { table.rows.append([.text(word.usage), .text(word.purpose)]) }
    text.add(table)
    say("Every command of the shell works as well, and harms nothing: the next page begins afresh.")
  }
}

extension ResolvedAsk.Kind {
  /// What is awaited.
  fileprivate var wish: String {
    switch self {
    case .number: "A number, or a formula as `1 - 0.8^2`"
    case .choice: "A letter, or the first words of an option"
    case .text: "A word, or a few"
    case .command: "A command"
    }
  }
}
