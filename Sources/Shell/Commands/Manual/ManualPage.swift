/// The manual page in the macros of man(7), made from the declarations of the commands.
enum ManualPage {
  /// The page.
  static var text: String {
    ([#".TH GATEHOUSE 1 "" "Gatehouse \#(Gatehouse.version)" "User Commands""#]
      + beginning + options + CommandTable.all.flatMap(lines) + ending)
      .map { $0 + "\n" }.joined()
  }

  private static let beginning = [
    ".SH NAME", #"gatehouse \- a shell for learning how recurrent networks remember"#,
    ".SH SYNOPSIS",
    #".B gatehouse"#, "[options] [verb [word ...] [key=value ...]]", ".br",
    #".B gatehouse"#, "[options] script",
    ".SH DESCRIPTION",
    "Without arguments it opens the shell. Words are one command, as in",
    ".B gatehouse gates lstm t=42\\fR;",
    "one word that names a file is a script. Without a terminal it reads commands from standard",
    "input. In the shell,", ".B help", "lists the commands,", ".B lessons", "the course, and",
    ".B doctor", "looks whether all is well.",
    ".SH OPTIONS",
  ]

  private static var options: [String] {
    ProcessOption.all.flatMap { option in
      [
        ".TP", ".B \(escaped(option.name))" + (option.value.isEmpty ? "" : "\\fR \(option.value)"),
        escaped(option.purpose),
      ]
    } + [".SH COMMANDS"]
  }

  private static func lines(of command: any Command) -> [String] {
    var lines = [".SS \(escaped(command.verb))", escaped(command.purpose) + "."]
    for form in command.forms {
      let usage = Form(form.selector, words: form.words).usage(of: command.verb)
      lines += [".PP", ".B " + escaped(usage) + (form.keys.isEmpty ? "" : "\\fR [key=value ...]")]
      if let purpose = form.purpose { lines += [".br", escaped(purpose) + "."] }
      for key in form.listedKeys {
        let unit = key.unit.isEmpty ? "" : " " + key.unit
        let fallback = key.defaultText.isEmpty ? "" : "; by default \(key.defaultText)"
        lines += [
          ".TP", ".B " + escaped(key.name) + "=\\fR" + escaped(key.kind.shortForm + unit),
          escaped(key.purpose + fallback),
        ]
      }
    }
    lines += [".PP", "Examples:"]
    for example in command.examples {
      lines += [".TP", ".B " + escaped(example.line), escaped(example.shows)]
    }
    return lines
  }

  private static let ending = [
    ".SH EXIT STATUS",
    "0; 1 when a command failed; 2 when the process was called wrongly or the script cannot be read;",
    "3 when a check of lessons found a fault; 130 after Ctrl\\-C.",
    ".SH ENVIRONMENT",
    ".TP", ".B GATEHOUSE_HOME", "the folder with data and lessons",
    ".TP", ".B GATEHOUSE_STATE", "the folder of history and progress",
    ".TP", ".B NO_COLOR", "no colours, where it is set and not empty",
    ".SH FILES",
    ".TP", ".I $XDG_STATE_HOME/gatehouse", "history and progress (else ~/.local/state/gatehouse)",
    ".TP", ".I $XDG_CONFIG_HOME/gatehouse/init.gate",
    "commands that the shell runs when it starts (else in ~/.config/gatehouse)",
  ]

  /// The text as roff shows it: a backslash, a hyphen that may be copied, characters beyond ASCII by their
  /// number, and no control line.
  private static func escaped(_ text: String) -> String {
    var result = text.hasPrefix(".") || text.hasPrefix("'") ? #"\&"# : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += #"\e"#
      case "-": result += #"\-"#
      case "'": result += #"\(aq"#
      case "`": result += #"\(ga"#
      case "^": result += #"\(ha"#
      case "~": result += #"\(ti"#
      case "\"": result += #"\(dq"#
      default:
        if scalar.isASCII {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
        }
      }
    }
    return result
  }
}
