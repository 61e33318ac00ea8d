import Foundation
import Testing

/// The targets of the Makefile, with a compiler that only pretends.
struct MakefileTests {
  /// A checkout in small, whose `swift` builds a program that shows its arguments.
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.copy("Makefile", ".ci/prepare", ".ci/test")
    try workshop.borrowPrograms("install", "cp", "rm", "touch", "mkdir", "chmod", "awk")
    try workshop.add("Package.swift")
    try workshop.add("data/ko-high.csv", "Date,High")
    try workshop.add("lessons/ewma.md", "## Title")
    try workshop.add("bin/swiftc", "#!/bin/sh\n", executable: true)
    try workshop.addProgram(
      "swift",
      #"""
      case "$*" in *release*)
        mkdir -p .build/release
        printf '#!/bin/sh\nprintf "<%%s>" "$@"\n' >.build/release/gatehouse
        chmod +x .build/release/gatehouse;;
      esac
      """#)
    return workshop
  }

  @Test func helpListsEveryTargetWithOneLine() throws {
    let makefile = try String(
      contentsOf: Workshop.checkout.appendingPathComponent("Makefile"), encoding: .utf8)
    let declared = makefile.split(separator: "\n").filter { $0.hasPrefix(".PHONY:") }
    let targets = declared.flatMap { $0.split(separator: " ").dropFirst() }.filter {
      $0 != "prepare"
    }
    try #require(!targets.isEmpty)

    let outcome = try workshop().make("help")
    let lines = outcome.output.split(separator: "\n")
    let listed = lines.compactMap { $0.split(separator: " ").dropFirst().first }
    #expect(listed == targets)
    #expect(lines.allSatisfy { $0.hasPrefix("make ") && $0.count < 80 })
  }

  @Test func plainMakeBuildsARelease() throws {
    let workshop = try workshop()
    #expect(try workshop.make().status == 0)
    #expect(workshop.log == ["swift build -c release --product gatehouse"])
  }

  @Test func runOpensTheShellWithItsArguments() throws {
    let workshop = try workshop()
    let outcome = try workshop.make("run", "ARGS=-c 'gates lstm t=42'")
    #expect(outcome.status == 0)
    #expect(outcome.output == "<-c><gates lstm t=42>")
    #expect(outcome.errors.isEmpty)
  }

  @Test func installPutsAllBelowThePrefixAndUninstallTakesItAway() throws {
    let workshop = try workshop()
    let place = ["DESTDIR=" + workshop.folder.path + "/a stage", "PREFIX=/opt/gate house"]
    let outcome = try workshop.make("install", place[0], place[1])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let prefix = "a stage/opt/gate house/"
    #expect(workshop.holds(prefix + "bin/gatehouse"))
    #expect(workshop.text(prefix + "share/gatehouse/data/ko-high.csv") == "Date,High")
    #expect(workshop.text(prefix + "share/gatehouse/lessons/ewma.md") == "## Title")
    let made = [
      "bash-completion/completions/gatehouse": "<completions><bash>",
      "zsh/site-functions/_gatehouse": "<completions><zsh>",
      "fish/vendor_completions.d/gatehouse.fish": "<completions><fish>",
      "man/man1/gatehouse.1": "<manual>",
    ]
    for (name, text) in made { #expect(workshop.text(prefix + "share/" + name) == text) }

    // A second time it takes the place of the first and not a place inside it, and leaves nothing of it.
    try workshop.add(prefix + "share/gatehouse/lessons/withdrawn.md")
    #expect(try workshop.make("install", place[0], place[1]).status == 0)
    #expect(!workshop.holds(prefix + "share/gatehouse/data/data"))
    #expect(!workshop.holds(prefix + "share/gatehouse/lessons/withdrawn.md"))
    #expect(workshop.log == ["swift build -c release --product gatehouse"])

    #expect(try workshop.make("uninstall", place[0], place[1]).status == 0)
    #expect(!workshop.holds(prefix + "bin/gatehouse"))
    #expect(!workshop.holds(prefix + "share/gatehouse"))
    for name in made.keys { #expect(!workshop.holds(prefix + "share/" + name)) }
  }

  @Test func installBuildsAgainWhatIsOlderThanItsSources() throws {
    let workshop = try workshop()
    let stage = "DESTDIR=" + workshop.folder.path + "/stage"
    #expect(try workshop.make("install", stage).status == 0)
    try workshop.add("Sources/Shell/Commands/GatesCommand.swift")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)],
      ofItemAtPath: workshop.folder.path + "/Sources/Shell/Commands/GatesCommand.swift")
    #expect(try workshop.make("install", stage).status == 0)
    #expect(workshop.log.count == 2)
  }

  @Test func lintAndFormatTakeTheWholeOfTheCode() throws {
    let workshop = try workshop()
    try workshop.add("Benchmarks/Package.swift")
    #expect(try workshop.make("lint").status == 0)
    #expect(try workshop.make("format").status == 0)
    #expect(
      workshop.log == [
        "swift format lint --strict --parallel -r Package.swift Sources Tests Benchmarks",
        "swift format -i --parallel -r Package.swift Sources Tests Benchmarks",
      ])
  }

  @Test func cleanRemovesWhatWasBuilt() throws {
    let workshop = try workshop()
    try workshop.add(".build/release/gatehouse")
    try workshop.add(".build-dist/gatehouse")
    #expect(try workshop.make("clean").status == 0)
    #expect(!workshop.holds(".build") && !workshop.holds(".build-dist"))
    #expect(workshop.holds("data/ko-high.csv"))
  }
}
