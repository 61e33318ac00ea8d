import LineEditing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a row at once: whatever ends the process, it has been seen.
private func print(_ text: String) {
  Swift.print(text)
  fflush(nil)
}

/// A program that does nothing but read, for the tests to drive over a terminal or a pipe.
@main
enum Probe {
  static func main() {
    switch CommandLine.arguments.dropFirst().first {
    case "edit": edit()
    case "job": editAsJob()
    case "shell": runJob()
    case "plain": readPlainly(prompts: false)
    case "prompting": readPlainly(prompts: true)
    case "keys": readKeys()
    case "busy": waitForInterrupt()
    case "flood": flood()
    default: exit(2)
    }
  }

  /// Edits lines until the end of input, and says what each reading came to.
  private static func edit() {
    let environment = environmentOfProcess()
    Signals.install()
    guard
      let reader = EditLineReader(
        programName: "probe", history: ["gates lstm t=1", "calc 2^10", "gates gru t=2"],
        environment: environment, completer: ProbeCompleter.completion)
    else {
      print("not editable")
      exit(3)
    }
    tell(reader) { reader.addToHistory($0) }
  }

  private static func readPlainly(prompts: Bool) {
    Signals.install()
    tell(PlainLineReader(promptDescriptor: prompts ? 1 : nil)) { _ in }
  }

  private static func tell(_ reader: any LineReader, whenLine: (String) -> Void) {
    var count = 0
    while true {
      count += 1
      switch reader.readLine(prompt: "\(count)> ") {
      case .line(let line):
        print("line <\(line.count > 200 ? "\(line.utf8.count) bytes" : line)>")
        whenLine(line)
      case .interrupted: print("interrupted")
      case .failed(let failure): print("line \(failure.line), \(failure)")
      case .endOfInput:
        print("end")
        return
      case .terminated(let signal):
        print("terminated \(signal)")
        exit(128 + signal)
      }
    }
  }

  private static func readKeys() {
    Signals.install()
    guard let reader = KeyReader(whenStopping: { print("stopping") }) else { exit(3) }
    print("keys")
    while true {
      let key = reader.readKey()
      print("<\(key)>")
      if key == .endOfInput { return }
    }
  }

  /// Stands for a long command: it looks whether it should stop, as a training does in every batch.
  private static func waitForInterrupt() {
    Signals.install()
    print("busy")
    while !Signals.isInterrupted { poll(nil, 0, 5) }
    print("interrupted \(Signals.take(.interrupt) == .interrupt) \(Signals.isInterrupted)")
  }

  /// Writes until nobody reads.
  private static func flood() {
    Signals.install()
    while true { print(String(repeating: "x", count: 1_000)) }
  }

  /// A job of `shell`: it takes the terminal as a shell would have given it, then edits.
  private static func editAsJob() {
    signal(SIGTTOU, SIG_IGN)
    setpgid(0, 0)
    tcsetpgrp(0, getpid())
    signal(SIGTTOU, SIG_DFL)
    edit()
  }

  /// Does what a shell does with one job: says how the terminal is when the job stops, and goes on
  /// after a line.
  private static func runJob() {
    signal(SIGTTOU, SIG_IGN)
    var process: pid_t = 0
    var words = [strdup(CommandLine.arguments[0]), strdup("job"), nil]
    #if canImport(Darwin)
    let variables = _NSGetEnviron().pointee
    #else
    let variables = environ
    #endif
    guard posix_spawn(&process, CommandLine.arguments[0], nil, nil, &words, variables) == 0 else {
      exit(3)
    }
    while true {
      var status: Int32 = 0
      waitpid(process, &status, WUNTRACED)
      tcsetpgrp(0, getpgrp())
      guard status & 0xFF == 0x7F else {
        print("job ended")
        return
      }
      var settings = termios()
      tcgetattr(0, &settings)
      let isCanonical = settings.c_lflag & tcflag_t(ICANON) != 0
      let echoes = settings.c_lflag & tcflag_t(ECHO) != 0
      print("job stopped, canonical \(isCanonical), echoes \(echoes)")
      _ = readLine()
      tcsetpgrp(0, process)
      kill(-process, SIGCONT)
    }
  }

  private static func environmentOfProcess() -> [String: String] {
    ["TERM", "LC_ALL", "LC_CTYPE", "LANG"].reduce(into: [:]) { environment, name in
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
  }
}
