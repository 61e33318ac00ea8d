import Recurrent
import Reports

/// What the units of a model do with one quantity at one moment.
struct QuantityStatistics {
  let mean: Float
  let minimum: Float
  let minimumUnit: Int
  let maximum: Float
  let maximumUnit: Int
  /// How many units have a gate below 0.1; `nil` for quantities with a sign.
  let leftSaturated: Int?
  /// How many units are above 0.9, for quantities with a sign in absolute value.
  let rightSaturated: Int
  private let name: String

  fileprivate init(_ values: ContiguousArray<Float>, of quantity: Quantity) {
    name = quantity.name
    mean = Self.mean(of: values)
    minimumUnit = values.indices.min { (values[$0], $0) < (values[$1], $1) } ?? 0
    maximumUnit = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
    minimum = values.isEmpty ? .nan : values[minimumUnit]
    maximum = values.isEmpty ? .nan : values[maximumUnit]
    leftSaturated = quantity.kind == .gate ? values.count { $0 < 0.1 } : nil
    rightSaturated = values.count { abs($0) > 0.9 }
  }

  /// The mean over the units.
  static func mean(of values: ContiguousArray<Float>) -> Float {
    Float(values.reduce(0) { $0 + Double($1) } / Double(max(1, values.count)))
  }

  /// As named values: `forget.mean`, `forget.min`, `forget.max`.
  var values: NamedValues {
    [name + ".mean": .float(mean), name + ".min": .float(minimum), name + ".max": .float(maximum)]
  }
}

extension Quantity {
  /// The statistics of this quantity over the units.
  func statistics(_ values: ContiguousArray<Float>) -> QuantityStatistics {
    QuantityStatistics(values, of: self)
  }
}
