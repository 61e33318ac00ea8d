/// Who works, and from which the draws come.
public struct Student: Sendable, Equatable, Hashable {
  /// The id that the student has enrolled with, or a random one that is kept.
  public var id: String
  /// The code of the class; empty without one.
  public var classCode: String

  /// Makes a student.
  public init(id: String, classCode: String = "") {
    self.id = id
    self.classCode = classCode
  }
}
