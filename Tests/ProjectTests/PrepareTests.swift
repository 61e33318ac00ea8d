import Testing

/// What `make run` and `make test` do on a machine that lacks libedit's headers.
struct PrepareTests {
  /// A workshop whose compiler finds the headers only once one of the managers has installed them.
  private func workshop(
    managers: [String], user: Int = 0, failures: Int = 0
  ) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.copy("Makefile", ".ci/prepare")
    try workshop.borrowPrograms("env")
    try workshop.add("bin/swift", "#!/bin/sh\n", executable: true)
    try workshop.add(
      "bin/swiftc",
      """
      #!/bin/sh
      while read -r line; do :; done
      [ -e "$WORKSHOP/histedit.h" ] || { echo "error: no histedit.h"; exit 1; }
      """, executable: true)
    try workshop.add("bin/id", "#!/bin/sh\necho \(user)\n", executable: true)
    for manager in managers {
      try workshop.addProgram(
        manager,
        """
        case "$*" in *update*|*-Sy*) exit 0;; esac
        tries="$WORKSHOP/tries"
        echo >>"$tries"
        count=0
        while read -r line; do count=$((count + 1)); done <"$tries"
        [ $count -gt \(failures) ] || { echo "no such package" >&2; exit 1; }
        : >"$WORKSHOP/histedit.h"
        """)
    }
    return workshop
  }

  static let apt = "apt-get -qq -o DPkg::Lock::Timeout=120"
  static let aptInstall = apt + " install -y --no-install-recommends libedit-dev"

  @Test(arguments: [
    ("apt-get", aptInstall),
    ("dnf", "dnf install -y -q libedit-devel"),
    ("apk", "apk add --quiet --no-cache libedit-dev"),
    ("pacman", "pacman -S --noconfirm --needed libedit"),
    ("brew", "brew install --quiet libedit"),
  ])
  func eachManagerIsAskedInItsOwnWords(manager: String, command: String) throws {
    let workshop = try workshop(managers: [manager])
    let outcome = try workshop.make("prepare")
    #expect(outcome.status == 0)
    #expect(workshop.log == [command])
    #expect(
      outcome.output.hasPrefix("Gatehouse needs the headers of libedit: installing libedit"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func theSystemsOwnManagerComesFirst() throws {
    let workshop = try workshop(managers: ["brew", "pacman", "apk", "dnf", "apt-get"])
    #expect(try workshop.make("prepare").status == 0)
    #expect(workshop.log == [Self.aptInstall])
  }

  @Test(arguments: [
    ("apt-get", [aptInstall, apt + " update", aptInstall]),
    (
      "pacman",
      [
        "pacman -S --noconfirm --needed libedit", "pacman -Sy --noconfirm",
        "pacman -S --noconfirm --needed libedit",
      ]
    ),
  ])
  func anEmptyListOfPackagesIsFetchedFirst(manager: String, commands: [String]) throws {
    let workshop = try workshop(managers: [manager], failures: 1)
    let outcome = try workshop.make("prepare")
    #expect(outcome.status == 0)
    #expect(workshop.log == commands)
    #expect(outcome.errors.isEmpty)
  }

  @Test func whereTheHeadersAreNothingIsCalledOrSaid() throws {
    let workshop = try workshop(managers: ["apt-get"])
    try workshop.add("histedit.h")
    let outcome = try workshop.make("prepare")
    #expect(outcome.status == 0)
    #expect(workshop.log == [])
    #expect(outcome.output + outcome.errors == "")
  }

  @Test func withoutAManagerTheMessageNamesThePackage() throws {
    let outcome = try workshop(managers: []).make("prepare")
    #expect(outcome.status != 0)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        """

        Gatehouse edits its lines with libedit, and the compiler does not find libedit's header
        histedit.h. None of apt-get, dnf, apk, pacman and brew is here to install it. Install the
        package with libedit's headers by your system's means (it is often called libedit-dev or
        libedit-devel; on macOS: xcode-select --install), and run make again.


        """))
  }

  @Test func withoutTheRightNothingIsTriedAndTheMessageNamesTheCommand() throws {
    let workshop = try workshop(managers: ["dnf"], user: 1000)
    let outcome = try workshop.make("prepare")
    #expect(outcome.status != 0)
    #expect(workshop.log == [])
    #expect(
      outcome.errors.hasPrefix(
        """

        Gatehouse edits its lines with libedit, whose headers are not installed, and you are neither
        root nor have sudo. Ask whoever looks after this machine to run
            dnf install -y -q libedit-devel
        and run make again.


        """))
  }

  @Test func anotherUserThanRootGoesThroughSudo() throws {
    let workshop = try workshop(managers: ["apt-get"], user: 1000)
    try workshop.borrowPrograms("true")
    try workshop.addProgram("sudo", "[ \"$1\" = -n ] && shift\nexec \"$@\"")
    let outcome = try workshop.make("prepare")
    #expect(outcome.status == 0)
    #expect(
      workshop.log == [
        "sudo -n true", "sudo -n env DEBIAN_FRONTEND=noninteractive " + Self.aptInstall,
        Self.aptInstall,
      ])
  }

  @Test func whomSudoRefusesGetsTheCommand() throws {
    let workshop = try workshop(managers: ["pacman"], user: 1000)
    try workshop.addProgram("sudo", "exit 1")
    let outcome = try workshop.make("prepare")
    #expect(outcome.status != 0)
    #expect(workshop.log == ["sudo -n true"])
    #expect(outcome.errors.contains("    sudo pacman -S --noconfirm --needed libedit\n"))
  }

  @Test func homebrewGoesWithoutSudo() throws {
    let workshop = try workshop(managers: ["brew"], user: 1000)
    try workshop.addProgram("sudo", "exit 1")
    #expect(try workshop.make("prepare").status == 0)
    #expect(workshop.log == ["brew install --quiet libedit"])
  }

  @Test func aManagerThatFailsIsHeardAndTheMessageNamesTheCommand() throws {
    let workshop = try workshop(managers: ["apt-get"], failures: 9)
    let outcome = try workshop.make("prepare")
    #expect(outcome.status != 0)
    #expect(outcome.errors.hasPrefix("no such package\n\nlibedit-dev could not be installed."))
    #expect(outcome.errors.contains("    \(Self.aptInstall)\n"))
  }

  @Test func headersThatStayMissingAreShownWithTheCompilersWords() throws {
    let workshop = try workshop(managers: [])
    try workshop.addProgram("apk")
    let outcome = try workshop.make("prepare")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("libedit-dev is installed, yet the compiler"))
    #expect(outcome.errors.contains("error: no histedit.h"))
  }

  @Test func withoutSwiftTheMessageSaysWhereToGetIt() throws {
    let workshop = try Workshop()
    try workshop.copy("Makefile", ".ci/prepare")
    let outcome = try workshop.make("prepare")
    #expect(outcome.status != 0)
    #expect(
      outcome.errors.hasPrefix(
        """

        Gatehouse is written in Swift, and no swift is found here. Install Swift 6.2 or newer as
        https://www.swift.org/install says (on macOS: xcode-select --install), open a new terminal,
        and run make again.


        """))
  }
}
