import Testing

/// An equation, and what is shown with Unicode and without.
struct Formula: Sendable, CustomTestStringConvertible {
  let latex: String
  let unicode: String
  let plain: String

  init(_ latex: String, _ unicode: String, _ plain: String) {
    self.latex = latex
    self.unicode = unicode
    self.plain = plain
  }

  var testDescription: String { latex }
}

extension Formula {
  /// Equations of one line.
  static let lines = ofTheCourse + ofEveryRule

  /// Equations with rows and columns.
  static let rows: [Formula] = [
    Formula(
      #"V = \begin{pmatrix} 0.9 & 1 \\ 0 & 0.9 \end{pmatrix}"#,
      """
      V = ( 0.9    1 )
          (   0  0.9 )
      """,
      """
      V = ( 0.9    1 )
          (   0  0.9 )
      """),
    Formula(
      #"\begin{bmatrix} 0.8 & 0.6 \\ -0.6 & 0.8 \end{bmatrix} h"#,
      """
      [  0.8  0.6 ] h
      [ −0.6  0.8 ]
      """,
      """
      [  0.8  0.6 ] h
      [ -0.6  0.8 ]
      """),
    Formula(
      #"\begin{aligned} z_t &= \sigma(W_z x_t + U_z h_{t-1} + b_z) \\ r_t &= \sigma(W_r x_t + U_r h_{t-1} + b_r) \end{aligned}"#,
      """
      z_t = σ(W_z x_t + U_z h_{t−1} + b_z)
      r_t = σ(W_r x_t + U_r h_{t−1} + b_r)
      """,
      """
      z_t = sigma(W_z x_t + U_z h_{t-1} + b_z)
      r_t = sigma(W_r x_t + U_r h_{t-1} + b_r)
      """),
    Formula(
      #"\mathrm{ReLU}(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      """
      ReLU(x) = { x  if x > 0
                { 0  otherwise
      """,
      """
      ReLU(x) = { x  if x > 0
                { 0  otherwise
      """),
    Formula(
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^\top = \begin{pmatrix} a & c \\ b & d \end{pmatrix}"#,
      """
      ( a  b )ᵀ = ( a  c )
      ( c  d )    ( b  d )
      """,
      """
      ( a  b )^T = ( a  c )
      ( c  d )    ( b  d )
      """),
    Formula(
      #"\begin{aligned} a &= b \\ &= c + \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \end{aligned}"#,
      """
      a = b
        = c + ( 1  2 )
              ( 3  4 )
      """,
      """
      a = b
        = c + ( 1  2 )
              ( 3  4 )
      """),
  ]
}
