extension CellPicture {
  /// A stretch of a strip, from one value to another; `end` may lie below `start`.
  public struct Segment: Sendable, Equatable {
    /// What the stretch stands for.
    public enum Kind: Sendable, Equatable, CaseIterable {
      /// A value before a gate.
      case source
      /// What is kept of the old state.
      case kept
      /// What is forgotten of it.
      case forgotten
      /// What is written on top of it.
      case added
      /// What shows through the shutter.
      case shown
      /// What the shutter hides.
      case hidden
    }

    /// What the stretch stands for.
    public var kind: Kind
    /// Where it begins.
    public var start: Double
    /// Where it ends.
    public var end: Double

    init(_ kind: Kind, _ start: Float, _ end: Float) {
      self.kind = kind
      self.start = Double(start)
      self.end = Double(end)
    }
  }

  /// A row of the picture: a number as stretches along the axis of the state.
  public struct Strip: Sendable, Equatable {
    /// What the number is, as `f·c' kept`.
    public var label: String
    /// The number.
    public var value: Float
    /// The gate that lets it pass; nil where none does.
    public var gate: Quantity?
    /// The stretches; they do not overlap.
    public var segments: [Segment]
  }

  /// The rows in the order of the equations: old state, kept, added, new state, shutter.
  ///
  /// What is added begins where what is kept ends, so that it ends at the new state.
  public var strips: [Strip] {
    var strips: [Strip] = []
    if let kept {
      let (before, rest) = (kept.source.value, kept.passed.value)
      strips += [
        Strip(
          label: kept.source.symbol + " before", value: before,
          segments: [Segment(.source, 0, before)]),
        Strip(
          label: kept.passed.symbol + " kept", value: rest, gate: kept.gate,
          segments: Self.parted(kept, .kept, .forgotten)),
      ]
    }
    if let added {
      let start = kept?.passed.value ?? 0
      strips.append(
        Strip(
          label: added.passed.symbol + " added", value: added.passed.value, gate: added.gate,
          segments: [Segment(.added, start, start + added.passed.value)]))
    }
    if let now {
      strips.append(
        Strip(label: now.symbol + " now", value: now.value, segments: stacked(upTo: now.value)))
    }
    if let shutter {
      strips += [
        Strip(
          label: shutter.source.symbol, value: shutter.source.value,
          segments: [Segment(.source, 0, shutter.source.value)]),
        Strip(
          label: shutter.passed.symbol + " shown", value: shutter.passed.value,
          gate: shutter.gate, segments: Self.parted(shutter, .shown, .hidden)),
      ]
    }
    return strips
  }

  /// What comes through a gate, and behind it what does not.
  private static func parted(
    _ passage: Passage, _ inside: Segment.Kind, _ outside: Segment.Kind
  ) -> [Segment] {
    let (whole, part) = (passage.source.value, passage.passed.value)
    // A gate held beyond 0…1 lets more through than there is, or turns it round: nothing is left.
    guard part == 0 || (whole < 0) == (part < 0), abs(part) <= abs(whole) else {
      return [Segment(inside, 0, part)]
    }
    return [Segment(inside, 0, part), Segment(outside, part, whole)]
  }

  /// The new state as what is kept and, where it has the same sign, what is added on top.
  private func stacked(upTo now: Float) -> [Segment] {
    guard let kept = kept?.passed.value, let added = added?.passed.value else {
      return [Segment(.source, 0, now)]
    }
    if kept == 0 || (kept < 0) == (added < 0) {
      return [Segment(.kept, 0, kept), Segment(.added, kept, now)]
    }
    return [Segment(abs(kept) > abs(added) ? .kept : .added, 0, now)]
  }
}
