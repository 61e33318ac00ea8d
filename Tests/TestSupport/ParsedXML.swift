import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// XML as a strict parser reads it.
public struct ParsedXML: Sendable {
  /// An element with its attributes and the text directly inside it.
  public struct Element: Sendable {
    /// The element's name.
    public let name: String
    /// Its attributes.
    public let attributes: [String: String]
    /// The names of the elements around it, the outermost first.
    public let path: [String]
    /// The text inside it, that of inner elements left out.
    public fileprivate(set) var text = ""
  }

  /// Every element, in the order of their beginnings.
  public let elements: [Element]

  /// A document that is not well-formed.
  public struct Malformed: Error {
    /// The line at which the parser gave up.
    public let line: Int
    /// What it says.
    public let reason: String
  }

  /// Reads a whole document.
  ///
  /// - Throws: `Malformed` with what the parser says.
  public init(_ text: String) throws {
    let parser = XMLParser(data: Data(text.utf8))
    let collector = Collector()
    parser.delegate = collector
    guard parser.parse() else {
      throw Malformed(
        line: parser.lineNumber, reason: parser.parserError.map { "\($0)" } ?? "unknown")
    }
    elements = collector.elements
  }

  /// The elements of a name.
  public func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The texts of the elements of a name.
  public func texts(_ name: String) -> [String] { all(name).map(\.text) }
}

private final class Collector: NSObject, XMLParserDelegate {
  var elements: [ParsedXML.Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(
      ParsedXML.Element(name: name, attributes: attributes, path: open.map { elements[$0].name }))
    open.append(elements.count - 1)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = open.last else { return }
    elements[last].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
