/// An option of the process, as completion scripts and the manual page tell of it.
struct ProcessOption {
  /// Its name with its hyphens.
  let name: String
  /// The name of its value; empty where it takes none.
  var value = ""
  /// What it does, in a few words.
  let purpose: String

  /// Every option; a test holds them against what the process itself says of them.
  static let all = [
    ProcessOption(name: "-c", value: "line", purpose: "run a line of commands"),
    ProcessOption(name: "--json", purpose: "answer with one JSON object a command"),
    ProcessOption(name: "--color", value: "color", purpose: "auto, always or never"),
    ProcessOption(name: "--keep-going", purpose: "go on after a mistake in a script"),
    ProcessOption(
      name: "--lessons", value: "folder", purpose: "add a folder with your own lessons"),
    ProcessOption(name: "--present", purpose: "show lessons to a class; nothing is kept"),
    ProcessOption(name: "--version", purpose: "show the version"),
    ProcessOption(name: "--help", purpose: "show how the program is called"),
  ]
}
