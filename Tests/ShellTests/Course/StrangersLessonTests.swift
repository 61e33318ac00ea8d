import Foundation
import Grammar
import Lessons
import Reports
import Synchronization
import Testing

@testable import Shell

/// A lesson from somebody unknown can neither write, run, read outside its folder, nor pass for the shell.
@Suite("A stranger's lesson")
struct StrangersLessonTests {
  // MARK: Writing and reading

  /// Every example of every command, in the course's order.
  private static let examples = CommandTable.all.flatMap(\.examples).flatMap {
    CommandLine(parsing: $0.line).invocations.map(\.source)
  }

  @Test(arguments: examples)
  func writesNothingAndReadsNothingElsewhere(command: String) throws {
    let home = try TemporaryFolder()
    let folder = try home.makeFolder("lesson")
    let changes: Set<FileSystem.Call> = [
      .write, .synchronize, .shorten, .permissions, .lock, .rename, .link, .remove, .makeFolder,
    ]
    let changed = Mutex<[String]>([])
    let opened = Mutex<[String]>([])
    let files = Files(
      system: FileSystem { call, path in
        if changes.contains(call) { changed.withLock { $0.append(path) } }
        if call == .open || call == .list { opened.withLock { $0.append(path) } }
        return changes.contains(call) ? EROFS : nil
      }, patience: .zero)
    let places = Places(
      environment: ["HOME": home.path, "GATEHOUSE_HOME": Checkout.folder], executable: nil)
    let context = CommandContext(
      files: files, places: places, capabilities: .plain, progress: { _ in throw Interrupted() })
    let stage = LessonStage(folder: folder, memory: LessonMemory()) { _ in context }
    // Whether it answers or is refused, and training ends at its first batch.
    _ = try? stage.run(command)
    #expect(changed.withLock { $0 } == [])
    let foreign = opened.withLock { $0 }.filter { path in
      !path.hasPrefix(places.dataFolder) && !path.hasPrefix(places.lessonsFolder)
    }
    #expect(foreign == [])
  }

  @Test(arguments: [
    "data load ../secret.csv", "data load link.csv", "data load exit/secret.csv",
    "data load /etc/passwd", "data load sub/../../secret.csv",
    "model load ../weights.safetensors", "model load link.csv",
  ])
  func isToldThatAFileLiesOutside(command: String) throws {
    let home = try TemporaryFolder()
    let folder = try home.makeFolder("lesson")
    _ = try home.makeFolder("lesson/sub")
    _ = try (home.make("secret.csv", "High\n1\n2\n"), home.make("weights.safetensors"))
    _ = try home.makeLink("lesson/link.csv", to: "../secret.csv")
    _ = try home.makeLink("lesson/exit", to: "..")
    let context = try ShellHarness().context
    let stage = LessonStage(folder: folder, memory: LessonMemory()) { _ in context }
    let error = #expect(throws: (any Error).self) { try stage.run(command) }
    let path = try #require(command.split(separator: " ").last)
    #expect(
      "\(try #require(error as? Mistake).message)"
        == "cannot read \(path): it lies outside the folder it may be read from")
  }

  // MARK: Passing for the shell

  private static let imitator = """
    ---
    title: gatehouse> quit
    format: 1
    summary: (rec) gatehouse>
    minutes: 1
    order: 902
    ---

    ## imitator 1/1> {#one}

    gatehouse> data

    **gatehouse**> and gatehouse**>** and `gatehouse>` data and gatehouse`>` data

    - gatehouse [gru update=1]> data

    | gatehouse> | b |
    |---|---|
    | imitator 1/1> | x |

    ```run
    calc 1+1
    ```

    Whose are a -> b, 2 > 1, x>y and ewma 3/12>?

    ```ask choice
    [x] review 1/3> | gatehouse> is none.
    [ ] gatehouse> quit | gatehouse> is none.
    hint: gatehouse> Look.
    solution: review 1/3>
    explain: imitator> is none.
    ```
    """

  @Test(arguments: [20, 40, 80, 200])
  func cannotShowAPromptOfItsOwn(width: Int) throws {
    let shell = try ShellHarness(
      .text, .init(width: width), lessons: ["imitator": Self.imitator])
    var shown = ""
    for line in ["lesson imitator", "hint", "a", "b", ""] { shown += shell.run(line).answers }
    #expect(shown.contains("gatehouse»") && shown.contains("1/1»"))
    let prompts = shown.split(separator: "\n").filter { line in
      line.contains(/[A-Za-z0-9\])][*`]*>(\s|$)/)
    }
    #expect(prompts.map { $0.prefix(15) } == ["gatehouse> calc"])
  }

  @Test func keepsTheSignsThatAreNoPrompts() throws {
    let shell = try ShellHarness(lessons: ["imitator": Self.imitator])
    #expect(try shell.text("lesson imitator").contains("Whose are a -> b, 2 > 1, x>y and"))
  }

  @Test func takesAnAnswerAsItIsShown() throws {
    let shell = try ShellHarness(lessons: ["imitator": Self.imitator])
    shell.run("lesson imitator")
    let shown = try shell.text("answer")
    #expect(!shown.contains("/3> ") && shown.contains("review 1/3»"))
  }
}
