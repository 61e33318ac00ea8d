import LineEditing
import Testing

@testable import Shell

struct BrowseStateTests {
  private func state() -> BrowseState {
    BrowseState(
      model: "lstm", gates: ["input", "forget", "hidden"], holdable: ["input", "forget"],
      units: 3, steps: 10, days: BrowseDays(first: 9, lastRow: 99, stride: 1, dates: nil), row: 42)
  }

  /// The state after keys, and what the last one asked for.
  private func after(_ keys: LineEditing.Key...) -> (state: BrowseState, wish: BrowseState.Wish?) {
    var state = state()
    var wish: BrowseState.Wish?
    for key in keys { wish = state.take(key) }
    return (state, wish)
  }

  /// The keys of a text.
  private func typing(_ text: String, then last: LineEditing.Key) -> (
    state: BrowseState, wish: BrowseState.Wish?
  ) {
    var state = state()
    for character in text { _ = state.take(.character(character)) }
    let wish = state.take(last)
    return (state, wish)
  }

  @Test func arrowsChangeDayAndGate() {
    #expect(after(.right).state.row == 43)
    #expect(after(.left, .left).state.row == 40)
    #expect(after(.pageDown).state.row == 63)
    #expect(after(.pageUp).state.row == 21)
    #expect(after(.home).state.row == 9)
    #expect(after(.end).state.row == 99)
    #expect(after(.down).state.gate == "forget")
    #expect(after(.up).state.gate == "hidden")
    #expect(after(.down, .down, .down).state.gate == "input")
  }

  @Test func bracketsChangeTheStepWithinTheWindow() {
    #expect(after(.character("]")).state.step == 10)
    #expect(after(.character("["), .character("[")).state.step == 8)
    var state = state()
    for _ in 0..<20 { _ = state.take(.character("[")) }
    #expect(state.step == 1)
  }

  @Test func unitsComeInTurnAndThenNone() {
    let up = LineEditing.Key.character("u")
    #expect(after(up).state.unit == 0)
    #expect(after(up, up, up).state.unit == 2)
    #expect(after(up, up, up, up).state.unit == nil)
    #expect(after(.character("U")).state.unit == 2)
    #expect(after(up, .character("U")).state.unit == nil)
  }

  @Test func theCommandShowsTheSame() {
    #expect(after(.down).state.command == "gates lstm t=42 gate=forget steps=all")
    let unit = after(.character("["), .character("u")).state
    #expect(
      unit.command == "gates lstm t=42 gate=input steps=all; gates lstm t=42 step=9 unit=0")
  }

  @Test(arguments: [LineEditing.Key.character("q"), .character("Q"), .escape])
  func theScreenCanBeLeft(key: LineEditing.Key) {
    #expect(after(key).wish == .leave)
  }

  @Test func aNumberOrADateIsTypedAndEnterGoesThere() {
    #expect(typing("2008-10-1", then: .character("0")).state.entry == .day("2008-10-10"))
    let done = typing("2008-10-10", then: .enter)
    #expect(done.wish == .jump("2008-10-10") && done.state.entry == nil)
    #expect(typing("-1", then: .enter).wish == .jump("-1"))
    #expect(typing("123", then: .backspace).state.entry == .day("12"))
    #expect(typing("12", then: .control("u")).state.entry == .day(""))
  }

  @Test func escapeDropsWhatWasTyped() {
    let dropped = typing("42", then: .escape)
    #expect(dropped.wish == nil && dropped.state.entry == nil && dropped.state.row == 42)
    #expect(after(.character("4"), .backspace, .backspace).state.entry == nil)
    #expect(after(.character("4"), .backspace, .enter).wish == nil)
  }

  @Test func arrowsMeanNothingWhileSomethingIsTyped() {
    let typed = after(.character("4"), .left, .up, .home, .redraw).state
    #expect(typed.row == 42 && typed.gate == "input" && typed.entry == .day("4"))
  }

  @Test func cAsksWhatTheGateIsHeldAt() {
    #expect(after(.character("c")).state.entry == .clamp(""))
    #expect(typing("c0.5", then: .enter).wish == .clamp("0.5"))
    #expect(typing("cmean", then: .enter).wish == .clamp("mean"))
    #expect(typing("c", then: .enter).wish == .unclamp)
    #expect(typing("c0", then: .escape).wish == nil)
  }

  @Test func nothingTypedCanBecomeAnotherCommand() {
    #expect(typing("c0 ;=\"#'x", then: .enter).wish == .clamp("0x"))
  }

  @Test func statesAreNotHeld() {
    let hidden = after(.up, .character("c")).state
    #expect(hidden.entry == nil)
    #expect(hidden.notice == "hidden is computed, not held; c holds input, forget")
  }

  @Test func aNoticeStaysUntilTheNextKey() {
    #expect(after(.up, .character("c"), .right).state.notice == nil)
  }

  @Test func anyKeyLeavesTheHelpAndDoesNothingElse() {
    #expect(after(.character("?")).state.isHelping)
    let left = after(.character("?"), .character("q"))
    #expect(left.wish == nil && left.state == state())
  }
}
