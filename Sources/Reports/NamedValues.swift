/// The named values of a report in the order in which they were first set: `forget.mean = 0.72`.
public struct NamedValues: Sendable, Equatable {
  /// The names, in order.
  public private(set) var names: [String] = []
  private var values: [Value] = []
  private var places: [String: Int] = [:]

  /// Makes an empty collection.
  public init() {}

  /// The number of names.
  public var count: Int { names.count }

  /// Whether there is no name at all.
  public var isEmpty: Bool { names.isEmpty }

  /// The value of a name, or nil where the name is unknown; a name whose value is absent gives
  /// `.null`.
  ///
  /// Setting a new name appends it, setting a known one replaces its value in place, setting nil
  /// removes it.
  public subscript(name: String) -> Value? {
    get { places[name].map { values[$0] } }
    set {
      switch (places[name], newValue) {
      case (let place?, let value?):
        values[place] = value
      case (nil, let value?):
        places[name] = names.count
        names.append(name)
        values.append(value)
      case (let place?, nil):
        names.remove(at: place)
        values.remove(at: place)
        places[name] = nil
        for later in names.indices.dropFirst(place) { places[names[later]] = later }
      case (nil, nil):
        break
      }
    }
  }

  /// Sets every name of `others`, in their order.
  public mutating func merge(_ others: NamedValues) {
    for (name, value) in others { self[name] = value }
  }
}

extension NamedValues: Sequence {
  /// Walks over the pairs of name and value in order.
  public func makeIterator() -> some IteratorProtocol<(name: String, value: Value)> {
    zip(names, values).lazy.map { (name: $0, value: $1) }.makeIterator()
  }
}

extension NamedValues: ExpressibleByDictionaryLiteral {
  /// Sets the pairs in the order written; a name written twice keeps its last value.
  public init(dictionaryLiteral elements: (String, Value)...) {
    for (name, value) in elements { self[name] = value }
  }
}
