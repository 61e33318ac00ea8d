import Recurrent

/// What could stand at each place of a command line, for shells that complete without asking the program.
///
/// A place is what stands before the word: "" before the verb, `data`, `data show`, and `gates gate=` before the value
/// of a key.
struct CompletionPlaces {
  /// One place and its words.
  struct Place {
    let name: String
    var words: [Word] = []
    /// Whether a file may stand there.
    var takesFile = false
  }

  /// A word and what it means, where anything is to be said.
  struct Word {
    let text: String
    var meaning = ""
  }

  private let lessons: [String]

  /// The places of the commands; lessons are known by their ids.
  init(lessons: [String]) {
    self.lessons = lessons
  }

  /// All places at which there is anything to offer.
  var all: [Place] {
    let verbs = CommandTable.all.map { Word(text: $0.verb, meaning: $0.purpose) }
    var places = [Place(name: "", words: verbs, takesFile: true)]
    for command in CommandTable.all {
      for form in command.forms {
        places += self.places(of: form, in: command)
      }
      if !command.forms.contains(where: { $0.selector == nil }) {
        places.append(Place(name: command.verb, words: selectors(of: command)))
      }
    }
    return places.filter { !$0.words.isEmpty || $0.takesFile }
  }

  private func places(of form: Form, in command: any Command) -> [Place] {
    let name = ([command.verb] + [form.selector].compactMap(\.self)).joined(separator: " ")
    var place = Place(name: name)
    if form.selector == nil { place.words = selectors(of: command) }
    for parameter in form.words {
      if parameter.kind == .file { place.takesFile = true }
      place.words += words(of: parameter.kind)
    }
    place.words += form.listedKeys.map { Word(text: $0.name + "=", meaning: $0.purpose) }
    return [place]
      + form.listedKeys.map { key in
        let isFile = if case .file = key.kind { true } else { false }
        return Place(name: "\(name) \(key.name)=", words: words(of: key.kind), takesFile: isFile)
      }
  }

  private func selectors(of command: any Command) -> [Word] {
    command.forms.compactMap { form in
      form.selector.map { Word(text: $0, meaning: form.purpose ?? "") }
    }
  }

  private func words(of kind: WordParameter.Kind) -> [Word] {
    switch kind {
    case .model: ShippedData.modelNames.map { Word(text: $0) }
    case .verb: CommandTable.all.map { Word(text: $0.verb) }
    case .term: Glossary.entries.map { Word(text: $0.term) }
    case .lesson: lessons.map { Word(text: $0) }
    case .choice(let words): words.map { Word(text: $0) }
    case .file, .text: []
    }
  }

  private func words(of kind: KeyKind) -> [Word] {
    let words: [String] =
      switch kind {
      case .rows: ["all"]
      case .quantity:
        ["input", "forget", "candidate", "output", "cell", "hidden", "update", "reset"]
      default: kind.choices
      }
    return words.map { Word(text: $0) }
  }
}
