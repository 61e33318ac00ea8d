import Recurrent
import Reports

/// What the units of a model do with one quantity at one moment.
struct QuantityStatistics {
  let mean: Float
  let minimum: Float
  let minimumUnit: Int
  let maximum: Float
  let maximumUnit: Int
  /// How many gates are below 0.1; of quantities with a sign, how many are below −0.9.
  let leftSaturated: Int
  /// How many are above 0.9.
  let rightSaturated: Int
  private let name: String

  fileprivate init(_ values: ContiguousArray<Float>, of quantity: Quantity) {
    name = quantity.name
    mean = Float(values.reduce(0) { $0 + Double($1) } / Double(max(1, values.count)))
    minimumUnit = values.indices.min { (values[$0], $0) < (values[$1], $1) } ?? 0
    maximumUnit = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
    minimum = values.isEmpty ? .nan : values[minimumUnit]
    maximum = values.isEmpty ? .nan : values[maximumUnit]
    let left: Float = quantity.kind == .gate ? 0.1 : -0.9
    leftSaturated = values.count { $0 < left }
    rightSaturated = values.count { $0 > 0.9 }
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
