import Reports
import Testing

struct TerminalCapabilitiesTests {
  @Test(arguments: [
    (
      ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
      TerminalCapabilities.ColorDepth.trueColor
    ),
    (["TERM": "xterm", "COLORTERM": "24bit"], .trueColor), (["TERM": "xterm-direct"], .trueColor),
    (["TERM": "screen-256color"], .twoFiftySix), (["TERM": "xterm"], .sixteen),
    (["TERM": "dumb"], .none),
    ([:], .none), (["TERM": ""], .none), (["TERM": "xterm", "NO_COLOR": "1"], .none),
    (["TERM": "xterm", "NO_COLOR": ""], .sixteen),
  ])
  func theEnvironmentNamesTheColors(
    environment: [String: String], color: TerminalCapabilities.ColorDepth
  ) {
    #expect(make(environment).color == color)
    #expect(make(environment, isTerminal: false).color == .none)
    #expect(make(environment, color: .never).color == .none)
    #expect(make(environment, isTerminal: false, color: .always).color >= max(color, .sixteen))
  }

  @Test(arguments: [
    (["LANG": "en_US.UTF-8"], true), (["LANG": "de_DE.utf8"], true), (["LANG": "C"], false),
    ([:], false),
    (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false), (["LANG": "en_US.UTF-8", "LC_ALL": ""], true),
    (["LANG": "C", "LC_CTYPE": "C.UTF-8"], true),
    (["LC_CTYPE": "C.UTF-8", "LC_ALL": "POSIX"], false),
  ])
  func theLocaleNamesUnicode(environment: [String: String], unicode: Bool) {
    #expect(make(environment).unicode == unicode)
    #expect(make(environment).canvas == (unicode ? .block : .ascii))
  }

  @Test func theBackgroundIsDarkUnlessTheTerminalSaysOtherwise() {
    #expect(make([:]).darkBackground)
    #expect(make(["COLORFGBG": "15;0"]).darkBackground)
    #expect(!make(["COLORFGBG": "0;15"]).darkBackground)
    #expect(!make(["COLORFGBG": "0;default;7"]).darkBackground)
  }

  @Test func widthComesFromTheTerminalThenFromColumnsThenIsEighty() {
    #expect(make(["COLUMNS": "100"], width: 40).width == 40)
    #expect(make(["COLUMNS": "100"], width: nil).width == 100)
    #expect(make(["COLUMNS": "-3"], width: nil).width == 80)
    #expect(make([:], width: 0).width == 1)
    var capabilities = TerminalCapabilities.plain
    capabilities.width = -5
    #expect(capabilities.width == 1)
  }

  private func make(
    _ environment: [String: String], isTerminal: Bool = true, width: Int? = 80,
    color: TerminalCapabilities.ColorChoice = .auto
  ) -> TerminalCapabilities {
    TerminalCapabilities(
      environment: environment, isTerminal: isTerminal, width: width, height: 24, color: color)
  }
}
