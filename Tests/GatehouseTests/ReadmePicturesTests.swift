import Foundation
import TestSupport
import Testing

/// The pictures of the README are what `docs/pictures.gate` makes, up to the numbers, which may differ in
/// their last digits between machines.
struct ReadmePicturesTests {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ file: String) throws -> String {
    try String(contentsOf: checkout.appendingPathComponent(file), encoding: .utf8)
  }

  @Test func theKeptPicturesAreThoseOfTheProgram() throws {
    let user = try TestUser()
    let script = try Self.text("docs/pictures.gate")
    let files = script.matches(of: /docs\/pictures\/([a-z]+\.svg)/).map { String($0.1) }
    #expect(files.count == 5)
    let here = try user.home.write(script.replacing("docs/pictures/", with: ""), to: "p.gate")
    let result = try user.run(here)
    #expect(result.status == .exited(0) && result.error == "")

    let readme = try Self.text("README.md")
    for file in files {
      #expect(readme.contains("(docs/pictures/\(file))"))
      let kept = try ParsedXML(Self.text("docs/pictures/\(file)"))
      let made = try ParsedXML(#require(user.home.text(of: file)))
      #expect(kept.elements.map(\.name) == made.elements.map(\.name), "\(file): make pictures")
      #expect(kept.texts("title").first == made.texts("title").first)
    }
  }
}
