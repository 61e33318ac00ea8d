import Reports
import Testing

@testable import Lessons

struct CommandAnswerTests {
  private let model: NamedValues = [
    "t": 42, "mean": 0.892626, "date": "2006-03-06", "actual.dollars": nil, "x": [0.5, 0.25],
    "seconds": 1.5,
  ]

  private func make(_ wrongs: [NamedValues] = []) -> CommandAnswer {
    CommandAnswer(
      verb: "ewma", model: .init(command: "ewma", report: Report(values: model)),
      foreseen: wrongs.map { values in
        .init(
          model: .init(command: "ewma beta=0", report: Report(values: values)), reply: "No.")
      })
  }

  private func label(_ values: NamedValues, _ wrongs: [NamedValues] = []) -> String {
    make(wrongs).verdict(on: Report(title: "any", values: values)).label
  }

  private func changed(_ name: String, _ value: Value?) -> NamedValues {
    var values = model
    values[name] = value
    return values
  }

  @Test func theSameNamedValuesAreRight() {
    #expect(label(model) == "right")
    #expect(label(changed("corrected", 1)) == "right")
  }

  static let differences: [(String, Value)] = [
    ("seconds", Value.double(9)), ("mean", .double(0.8926261)), ("t", .double(42)),
    ("mean", .float(0.892626)), ("x", .list([.float(0.5), .double(0.25)])),
  ]

  @Test(arguments: differences)
  func whatDoesNotMatterMayDiffer(name: String, value: Value) {
    #expect(label(changed(name, value)) == "right")
  }

  static let faults: [(String, Value)] = [
    ("mean", Value.double(0.89263)), ("mean", .null), ("mean", "0.892626"), ("t", 43),
    ("date", "2006-03-07"), ("actual.dollars", 0), ("x", .list([0.5])), ("x", .list([0.25, 0.5])),
    ("x", 0.5), ("mean", .double(.nan)), ("mean", .double(.infinity)),
  ]

  @Test(arguments: faults)
  func whatMattersMayNot(name: String, value: Value) {
    #expect(label(changed(name, value)) == "wrong")
  }

  @Test func runningTimeMayBeMissing() {
    #expect(label(changed("seconds", nil)) == "right")
  }

  @Test func aPartOfTheAnswerIsIncomplete() {
    #expect(label(["mean": 0.892626]) == "incomplete")
    #expect(label(["mean": 0.5]) == "wrong")
    #expect(label([:]) == "wrong")
  }

  @Test func foreseenAnswersAreToldApart() {
    let wrongs: [NamedValues] = [["mean": 1, "t": 42], ["mean": 0]]
    #expect(label(changed("mean", 1), wrongs) == "wrong 1")
    #expect(label(changed("mean", 0), wrongs) == "wrong 2")
    #expect(label(model, [["mean": 0.892626]]) == "right")
  }

  @Test func withoutAModelAnyAnswerIsRight() {
    let answer = CommandAnswer(verb: "ewma", model: nil, foreseen: [])
    #expect(answer.verdict(on: Report()) == .right)
  }

  @Test func answersWithoutValuesAreComparedByWhatTheyShow() {
    var plot = Report()
    plot.add(paragraph: "a plot")
    let answer = CommandAnswer(
      verb: "data", model: .init(command: "data", report: plot), foreseen: [])
    #expect(answer.verdict(on: plot) == .right)
    #expect(answer.verdict(on: Report(values: ["t": 1])).label == "wrong")
  }

  @Test func infinitiesAndNaNAgreeWithThemselves() {
    #expect(Value.double(.nan).agrees(with: .float(.nan)))
    #expect(Value.double(.infinity).agrees(with: .double(.infinity)))
    #expect(!Value.double(.infinity).agrees(with: .double(-.infinity)))
    #expect(Value.double(0).agrees(with: 0))
    #expect(!Value.double(0).agrees(with: 1e-300))
  }
}
