import Foundation
import LineEditing
import Testing

@testable import Shell

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A history file refuses nothing: what of it can be a command is kept, and what cannot is told.
struct HostileHistoryTests {
  /// What is hostile, the bytes of the file, and the commands that are left of them.
  private static let files: [(what: String, bytes: [UInt8], lines: [String])] = [
    ("empty", [], []),
    ("line ends alone", Array("\n\r\n\r".utf8), []),
    ("CRLF, and no end", Array("data\r\ngates lstm".utf8), ["data", "gates lstm"]),
    ("an escape", Array("data \u{1B}]0;owned\u{7}\n".utf8), ["data  ]0;owned"]),
    ("a C1 control", Array("data \u{9B}31m\n".utf8), ["data  31m"]),
    ("an override of direction", Array("data \u{202E}wohs\n".utf8), ["data  wohs"]),
    ("a separator of lines", Array("data\u{2028}quit\n".utf8), ["data quit"]),
    ("a NUL", Array("da\0ta\n".utf8), ["da ta"]),
    ("bytes that are not UTF-8", Array("data ".utf8) + [0xFF, 0x0A], ["data \u{FFFD}"]),
    ("a byte order mark", Array("\u{FEFF}data\n".utf8), ["\u{FEFF}data"]),
    ("UTF-16", utf16("ab\n", hasMark: false), ["a b"]),
    (
      "a line of a megabyte", [UInt8](repeating: 0x61, count: 1 << 20) + Array("\ndata\n".utf8),
      ["data"]
    ),
    (
      "3,000 lines", Array((0..<3_000).map { "calc \($0)\n" }.joined().utf8),
      (1_000..<3_000).map { "calc \($0)" }
    ),
  ]

  @Test(arguments: files)
  func whatIsLeftOfItCanBeShown(what: String, bytes: [UInt8], lines: [String]) throws {
    let shell = try ShellHarness()
    _ = try shell.home.makeFolder(".local/state/gatehouse")
    _ = try shell.home.make(".local/state/gatehouse/history", bytes: bytes)
    let store = HistoryStore(files: shell.context.files, places: shell.context.places)
    #expect(store.text.lines == lines)
    #expect(store.trouble == nil)
    #expect(store.text.text.unicodeScalars.filter(\.isObeyedByTerminals).isEmpty)
    shell.history = store.text.lines
    try shell.expectHarmless(shell.run("history"))
  }

  @Test(arguments: [
    ("a folder", "it is a folder"), ("a pipe", "it is a pipe, not a file"),
    ("a link to a device", "it is a device, not a file"),
    ("a gigabyte", "it holds more than 16 MB"),
  ])
  func whatCannotBeReadIsToldAndKeepsNothing(what: String, why: String) throws {
    let home = try TemporaryFolder()
    _ = try home.makeFolder(".local/state/gatehouse")
    let path = home(".local/state/gatehouse/history")
    switch what {
    case "a folder": _ = try home.makeFolder(".local/state/gatehouse/history")
    case "a pipe": try #require(mkfifo(path, 0o600) == 0)
    case "a link to a device":
      _ = try home.makeLink(".local/state/gatehouse/history", to: "/dev/zero")
    default:
      _ = try home.make(".local/state/gatehouse/history")
      try #require(truncate(path, 1 << 30) == 0)
    }
    let places = Places(environment: ["HOME": home.path], executable: nil)
    let store = HistoryStore(files: Files(), places: places)
    #expect(store.trouble == "the history is not read: cannot read \(path): \(why)")
    #expect(store.text.lines == [])
    #expect(store.add("data"))
  }
}
