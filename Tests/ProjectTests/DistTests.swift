import Foundation
import Testing

/// What is packed for other machines, with a compiler that only pretends; `.ci/try-dist` tries the real one.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/share/doc/libedit-dev/copyright"),
    "needs the packages of Debian or Ubuntu that are linked in"))
struct DistTests {
  /// A checkout in small, whose `swift` notes for which processor it builds.
  private func workshop(libraries: String = "edit tinfo bsd md stdc++") throws -> Workshop {
    let workshop = try Workshop()
    try workshop.copy("Makefile", ".ci/prepare", ".ci/dist", "LICENSE")
    try workshop.borrowPrograms(
      "cat", "chmod", "cp", "cut", "date", "dpkg", "dpkg-deb", "du", "env", "find", "grep", "gzip",
      "id", "install", "ln", "make", "md5sum", "mkdir", "rm", "sed", "sort", "tail", "tar")
    try workshop.addProgram("uname", "case $1 in -s) echo Linux;; *) echo x86_64;; esac")
    try workshop.addProgram(
      "clang", #"[ ! -e "$WORKSHOP/static/${1#*=}" ] || echo "$WORKSHOP/static/${1#*=}""#)
    for library in libraries.split(separator: " ") { try workshop.add("static/lib\(library).a") }
    try workshop.add("bin/swiftc", "#!/bin/sh\n", executable: true)
    try workshop.addProgram(
      "swift",
      """
      echo "for $GATEHOUSE_PROCESSOR" >>"$WORKSHOP/log"
      mkdir -p .build-dist/swift/release
      echo '#!/bin/sh' >.build-dist/swift/release/gatehouse
      echo 'echo "$*" # GLIBC_2.9 GLIBC_2.35 GLIBC_2.4' >>.build-dist/swift/release/gatehouse
      chmod +x .build-dist/swift/release/gatehouse
      """)
    try workshop.add(
      "Sources/Shell/Running/Gatehouse.swift", "  public static let version = \"1.2.3\"\n")
    try workshop.add("README.md", "# Gatehouse")
    try workshop.add("data/ko-high.csv", "Date,High")
    try workshop.add("lessons/ewma.md", "## Title")
    return workshop
  }

  @Test func theArchiveHoldsAllThatRunsElsewhere() throws {
    let workshop = try workshop()
    let outcome = try workshop.make("dist", "PREFIX=/elsewhere")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == ".build-dist/gatehouse-1.2.3-linux-x86_64.tar.gz\n")
    #expect(workshop.log.contains("for x86-64-v3"))
    #expect(
      try workshop.listing("tar", "-tzf", ".build-dist/gatehouse-1.2.3-linux-x86_64.tar.gz")
        == [
          "LICENSE", "README.md", "bin/gatehouse",
          "share/bash-completion/completions/gatehouse", "share/doc/gatehouse/copyright",
          "share/fish/vendor_completions.d/gatehouse.fish", "share/gatehouse/data/ko-high.csv",
          "share/gatehouse/lessons/ewma.md", "share/man/man1/gatehouse.1",
          "share/zsh/site-functions/_gatehouse",
        ].map { "gatehouse-1.2.3-linux-x86_64/" + $0 })
  }

  @Test func thePackageHoldsTheSameAndNamesTheLibraryOfC() throws {
    let workshop = try workshop()
    let outcome = try workshop.make("deb")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let package = try #require(outcome.output.split(separator: "\n").last.map(String.init))
    #expect(package.hasPrefix(".build-dist/gatehouse_1.2.3_"))
    try workshop.addProgram("list", "dpkg-deb --fsys-tarfile \"$1\" | tar -tf -")
    #expect(
      try workshop.listing("list", package)
        == [
          "bin/gatehouse", "share/bash-completion/completions/gatehouse",
          "share/doc/gatehouse/changelog.gz", "share/doc/gatehouse/copyright",
          "share/fish/vendor_completions.d/gatehouse.fish", "share/gatehouse/data/ko-high.csv",
          "share/gatehouse/lessons/ewma.md", "share/lintian/overrides/gatehouse",
          "share/man/man1/gatehouse.1.gz", "share/zsh/site-functions/_gatehouse",
        ].map { "./usr/" + $0 })
    #expect(try workshop.listing("dpkg-deb", "-f", package, "Depends") == ["libc6 (>= 2.35)"])
  }

  @Test func theSameSourcesGiveTheSameBytes() throws {
    let archive = ".build-dist/gatehouse-1.2.3-linux-x86_64.tar.gz"
    let sums = try (1...2).map { _ in
      let workshop = try workshop()
      try workshop.borrowPrograms("touch")
      try workshop.addProgram("git", "echo 1700000000")
      #expect(try workshop.make("dist").status == 0)
      return try workshop.listing("md5sum", archive)
    }
    #expect(sums[0] == sums[1])
  }

  @Test func aStaticLibraryThatIsMissingIsNamed() throws {
    let outcome = try workshop(libraries: "edit tinfo md stdc++").make("dist")
    #expect(outcome.status != 0)
    #expect(
      outcome.errors.hasPrefix(
        "libbsd.a is not found; on Debian and Ubuntu libedit-dev and g++ bring it.\n"))
  }
}

extension Workshop {
  /// The lines that a program here prints, folders left out, in the order of the alphabet.
  fileprivate func listing(_ program: String, _ arguments: String...) throws -> [String] {
    let outcome = try run(folder.appendingPathComponent("bin/" + program), arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init).filter { !$0.hasSuffix("/") }
      .sorted()
  }
}
