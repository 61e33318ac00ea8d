import Grammar

/// The commands of the shell, one row each, sorted by verb.
public enum CommandTable {
  /// Every command.
  public static let all: [any Command] = [
    CalcCommand(),
    CellCommand(),
    ClampCommand(),
    CompareCommand(),
    DataCommand(),
    EvaluateCommand(),
    EwmaCommand(),
    ExplainCommand(),
    GatesCommand(),
    GradientCommand(),
    HelpCommand(),
    HistoryCommand(),
    ModelCommand(),
    PowerCommand(),
    PredictCommand(),
    QuitCommand(),
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
    throw Mistake(
      "there is no command \"\(verb.text)\"; help lists the commands", at: verb.range,
      hint: nearestWord(to: verb.text, among: all.flatMap { [$0.verb] + $0.otherVerbs }))
  }
}
