import Grammar
import Lessons

/// The commands of the shell, one row each, sorted by verb.
public enum CommandTable {
  /// Every command.
  public static let all: [any Command] = [
    BrowseCommand(),
    CalcCommand(),
    CellCommand(),
    ClampCommand(),
    ClassCommand(),
    CompareCommand(),
    CompletionsCommand(),
    DataCommand(),
    DoctorCommand(),
    EnrolCommand(),
    EvaluateCommand(),
    EwmaCommand(),
    ExplainCommand(),
    ExportCommand(),
    GatesCommand(),
    GradientCommand(),
    HelpCommand(),
    HistoryCommand(),
    LessonCommand(),
    LessonsCommand(),
    ManualCommand(),
    ModelCommand(),
    NotesCommand(),
    PowerCommand(),
    PredictCommand(),
    ProgressCommand(),
    QuitCommand(),
    RecordCommand(),
    ReviewCommand(),
    SaturationCommand(),
    SetCommand(),
    SourceCommand(),
    SquashCommand(),
    TrainCommand(),
    UnclampCommand(),
    WalkCommand(),
  ]

  /// The command that a verb calls.
  ///
  /// - Throws: `Mistake` at the verb when there is none, with the nearest verb.
  static func command(for verb: Word) throws(Mistake) -> any Command {
    for command in all where command.verb == verb.text || command.otherVerbs.contains(verb.text) {
      return command
    }
    if ShippedData.modelNames.contains(verb.text) {
      throw Mistake(
        "\(verb.text) is a model; a command stands before it, as in gates \(verb.text)",
        at: verb.range)
    }
    if LessonWord(rawValue: verb.text) != nil {
      throw Mistake(
        "\(verb.text) is a word of lessons; lesson welcome opens the first one", at: verb.range)
    }
    throw Mistake(
      "there is no command \"\(verb.text)\"; help lists the commands", at: verb.range,
      hint: nearestWord(to: verb.text, among: all.flatMap { [$0.verb] + $0.otherVerbs }))
  }
}
