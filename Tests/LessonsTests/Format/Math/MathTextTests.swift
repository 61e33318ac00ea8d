import Grammar
import Reports
import Testing

@testable import Lessons

struct MathTextTests {
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

  @Test(arguments: lines)
  func oneLineReadsWellInUnicodeAndInASCII(_ formula: Formula) throws {
    let shown = try MathText(parsing: formula.latex).unicode
    #expect(shown == formula.unicode)
    #expect(ascii(shown) == formula.plain)
  }

  @Test(arguments: rows)
  func rowsStandUnderOneAnother(_ formula: Formula) throws {
    let shown = try MathText(parsing: formula.latex).unicode
    #expect(shown == formula.unicode)
    #expect(ascii(shown) == formula.plain)
  }

  static let lines: [Formula] = [
    Formula(
      #"h_t = \tanh(W x_t + V h_{t-1} + b)"#,
      "h_t = tanh(W x_t + V h_{t−1} + b)",
      "h_t = tanh(W x_t + V h_{t-1} + b)"),
    Formula(
      #"f_t = \sigma(W_f \cdot x_t + U_f \cdot h_{t-1} + b_f)"#,
      "f_t = σ(W_f·x_t + U_f·h_{t−1} + b_f)",
      "f_t = sigma(W_f*x_t + U_f*h_{t-1} + b_f)"),
    Formula(
      #"\tilde{c}_t = \tanh(W_c x_t + U_c h_{t-1} + b_c)"#,
      "c̃_t = tanh(W_c x_t + U_c h_{t−1} + b_c)",
      "c~_t = tanh(W_c x_t + U_c h_{t-1} + b_c)"),
    Formula(
      #"c_t = f_t \odot c_{t-1} + i_t \odot \tilde{c}_t"#,
      "c_t = f_t ⊙ c_{t−1} + i_t ⊙ c̃_t",
      "c_t = f_t * c_{t-1} + i_t * c~_t"),
    Formula(#"h_t = o_t \odot \tanh(c_t)"#, "h_t = o_t ⊙ tanh(c_t)", "h_t = o_t * tanh(c_t)"),
    Formula(
      #"h_t = z_t \odot h_{t-1} + (1 - z_t) \odot \tilde{h}_t"#,
      "h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ h̃_t",
      "h_t = z_t * h_{t-1} + (1 - z_t) * h~_t"),
    Formula(
      #"\tilde{h}_t = \tanh\left(W_h x_t + b_h + r_t \odot (U_h h_{t-1} + b'_h)\right)"#,
      "h̃_t = tanh(W_h x_t + b_h + r_t ⊙ (U_h h_{t−1} + b′_h))",
      "h~_t = tanh(W_h x_t + b_h + r_t * (U_h h_{t-1} + b'_h))"),
    Formula(
      #"\mu_t = \beta \mu_{t-1} + (1-\beta) v_t"#,
      "μ_t = β μ_{t−1} + (1 − β) v_t",
      "mu_t = beta mu_{t-1} + (1 - beta) v_t"),
    Formula(
      #"\hat{\mu}_t = \frac{\mu_t}{1 - \beta^{t+1}}"#,
      "μ̂_t = μ_t/(1 − β^(t+1))",
      "mu^_t = mu_t/(1 - beta^(t+1))"),
    Formula(#"\frac{\ln 0.5}{\ln \beta}"#, "ln 0.5/ln β", "ln 0.5/ln beta"),
    Formula(#"\frac{\beta}{1-\beta} = 4"#, "β/(1 − β) = 4", "beta/(1 - beta) = 4"),
    Formula("0.9^9", "0.9^9", "0.9^9"),
    Formula(#"V^{\tau-1}"#, "V^(τ−1)", "V^(tau-1)"),
    Formula(#"h_\tau = V^{\tau-1} h_1"#, "h_τ = V^(τ−1) h_1", "h_tau = V^(tau-1) h_1"),
    Formula(
      #"\frac{\partial h_T}{\partial h_k} = \prod_{t=k+1}^{T} \mathrm{diag}(\phi'(a_t)) V"#,
      "∂h_T/∂h_k = ∏_{t=k+1…T} diag(φ′(a_t)) V",
      "dh_T/dh_k = Prod_{t=k+1...T} diag(phi'(a_t)) V"),
    Formula(
      #"\frac{\partial c_t}{\partial c_{t-1}} = f_t"#,
      "∂c_t/∂c_{t−1} = f_t",
      "dc_t/dc_{t-1} = f_t"),
    Formula(
      #"\prod_{t=2}^{10} f_t = 0.7311^9"#,
      "∏_{t=2…10} f_t = 0.7311^9",
      "Prod_{t=2...10} f_t = 0.7311^9"),
    Formula(
      #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
      "σ(x) = 1/(1 + e^(−x))",
      "sigma(x) = 1/(1 + e^(-x))"),
    Formula(
      #"\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
      "tanh x = (e^x − e^(−x))/(e^x + e^(−x))",
      "tanh x = (e^x - e^(-x))/(e^x + e^(-x))"),
    Formula(
      #"\sigma'(x) = \sigma(x)(1 - \sigma(x)) \leq \tfrac{1}{4}"#,
      "σ′(x) = σ(x)(1 − σ(x)) ≤ 1/4",
      "sigma'(x) = sigma(x)(1 - sigma(x)) <= 1/4"),
    Formula(
      #"\tanh'(x) = 1 - \tanh^2(x)"#,
      "tanh′(x) = 1 − tanh²(x)",
      "tanh'(x) = 1 - tanh^2(x)"),
    Formula(#"b = \ln(n-1)"#, "b = ln(n − 1)", "b = ln(n - 1)"),
    Formula(#"\ln\frac{f}{1-f}"#, "ln(f/(1 − f))", "ln(f/(1 - f))"),
    Formula(#"\text{memory} = 1 + e^b"#, "memory = 1 + e^b", "memory = 1 + e^b"),
    Formula(
      #"\mathrm{RMSE}^2 = \mathrm{bias}^2 + \mathrm{sd}^2"#,
      "RMSE² = bias² + sd²",
      "RMSE^2 = bias^2 + sd^2"),
    Formula(
      #"\mathrm{RMSE} = \sqrt{\frac{1}{n} \sum_{t=1}^{n} (\hat{y}_t - y_t)^2}"#,
      "RMSE = √((1/n) ∑_{t=1…n} (ŷ_t − y_t)²)",
      "RMSE = sqrt((1/n) Sum_{t=1...n} (y^_t - y_t)^2)"),
    Formula(#"\sqrt{0.815^2 - 0.43^2}"#, "√(0.815² − 0.43²)", "sqrt(0.815^2 - 0.43^2)"),
    Formula(
      #"\frac{42.50 - 19.60}{45.00 - 19.60}"#,
      "(42.50 − 19.60)/(45.00 − 19.60)",
      "(42.50 - 19.60)/(45.00 - 19.60)"),
    Formula(
      #"x_{\text{scaled}} = \frac{x - x_{\min}}{x_{\max} - x_{\min}}"#,
      "x_scaled = (x − x_min)/(x_max − x_min)",
      "x_scaled = (x - x_min)/(x_max - x_min)"),
    Formula(
      #"\|V\|_2 = \max_{x \neq 0} \frac{\|V x\|}{\|x\|}"#,
      "‖V‖_2 = max_{x≠0} (‖V x‖/‖x‖)",
      "||V||_2 = max_{x!=0} (||V x||/||x||)"),
    Formula(
      #"\rho(V) = \max_i |\lambda_i|"#,
      "ρ(V) = max_i |λ_i|",
      "rho(V) = max_i |lambda_i|"),
    Formula(#"\lim_{k \to \infty} V^k = 0"#, "lim_{k→∞} V^k = 0", "lim_{k->inf} V^k = 0"),
    Formula(
      #"\theta_{t+1} = \theta_t - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \varepsilon}"#,
      "θ_{t+1} = θ_t − η (m̂_t/(√(v̂_t) + ε))",
      "theta_{t+1} = theta_t - eta (m^_t/(sqrt(v^_t) + epsilon))"),
    Formula(
      #"L = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2"#,
      "L = (1/n) ∑_{i=1…n} (y_i − ŷ_i)²",
      "L = (1/n) Sum_{i=1...n} (y_i - y^_i)^2"),
    Formula(#"3 \times (2500 + 50 + 100)"#, "3 × (2500 + 50 + 100)", "3 x (2500 + 50 + 100)"),
    Formula("|v| < 1", "|v| < 1", "|v| < 1"),
    Formula(#"v \in [0, 1)"#, "v∈[0, 1)", "v in [0, 1)"),
    Formula(
      #"\left(\frac{0.7311}{0.5}\right)^9 \approx 30.5"#,
      "(0.7311/0.5)^9 ≈ 30.5",
      "(0.7311/0.5)^9 ~ 30.5"),
    Formula("0.5^{1/9}", "0.5^(1/9)", "0.5^(1/9)"),
    Formula(#"\frac{a + b}{c}"#, "(a + b)/c", "(a + b)/c"),
    Formula(#"\frac{a}{b c}"#, "a/(b c)", "a/(b c)"),
    Formula(#"2\frac{a}{b}"#, "2(a/b)", "2(a/b)"),
    Formula(#"\frac{a}{b} c"#, "(a/b) c", "(a/b) c"),
    Formula(#"\frac{\frac{a}{b}}{c}"#, "(a/b)/c", "(a/b)/c"),
    Formula(#"\frac{a}{\frac{b}{c}}"#, "a/(b/c)", "a/(b/c)"),
    Formula("x^{y^2}", "x^(y²)", "x^(y^2)"),
    Formula("{(a+b)}^2", "(a + b)²", "(a + b)^2"),
    Formula("{a+b}^2", "(a + b)²", "(a + b)^2"),
    Formula("-x^2", "−x²", "-x^2"),
    Formula(#"V^\top V"#, "Vᵀ V", "V^T V"),
    Formula(#"\bar{x} \pm 2"#, "x̄ ± 2", "x_ +- 2"),
    Formula(#"e^{-t/\tau}"#, "e^(−t/τ)", "e^(-t/tau)"),
    Formula(#"x_1, x_2, \ldots, x_T"#, "x_1, x_2, …, x_T", "x_1, x_2, ..., x_T"),
    Formula(#"w_k = (1-\beta) \beta^k"#, "w_k = (1 − β) β^k", "w_k = (1 - beta) beta^k"),
    Formula("f^{(k)}", "f^(k)", "f^(k)"),
    Formula(#"x \quad \text{and} \quad y"#, "x  and  y", "x  and  y"),
    Formula(#"\{a, b\}"#, "{a, b}", "{a, b}"),
    Formula(#"\left\| x \right\|"#, "‖x‖", "||x||"),
    Formula(#"\operatorname{argmax}_i p_i"#, "argmax_i p_i", "argmax_i p_i"),
    Formula(#"\sqrt[3]{x}"#, "(x)^(1/3)", "(x)^(1/3)"),
    Formula("W_{xh} x + W_{hh} h", "W_xh x + W_hh h", "W_xh x + W_hh h"),
    Formula(
      #"\Delta h_T \approx V^{T-1} \Delta h_1"#,
      "Δ h_T ≈ V^(T−1) Δ h_1",
      "Delta h_T ~ V^(T-1) Delta h_1"),
    Formula(#"\nabla_\theta L"#, "∇_θ L", "grad_theta L"),
    Formula("P(a|b)", "P(a|b)", "P(a|b)"),
    Formula("a_t=W x_t+b", "a_t = W x_t + b", "a_t = W x_t + b"),
    Formula(#"\frac{1}{2n}"#, "1/(2n)", "1/(2n)"),
    Formula(#"\frac{1}{\tanh(x)}"#, "1/tanh(x)", "1/tanh(x)"),
    Formula("x = -1", "x = −1", "x = -1"),
    Formula("(-1)^n", "(−1)ⁿ", "(-1)^n"),
    Formula(#"a \cdot (-b)"#, "a·(−b)", "a*(-b)"),
    Formula(#"\exp x"#, "exp x", "exp x"),
    Formula(#"2 \tanh x"#, "2 tanh x", "2 tanh x"),
    Formula(#"\max(0, x)"#, "max(0, x)", "max(0, x)"),
    Formula(
      #"f \approx \sigma(b_f), \quad n = 1 + e^{b_f}"#,
      "f ≈ σ(b_f),  n = 1 + e^(b_f)",
      "f ~ sigma(b_f),  n = 1 + e^(b_f)"),
    Formula("10^{-6}", "10^−6", "10^-6"),
    Formula(#"1.710 \cdot 10^{-6}"#, "1.710·10^−6", "1.710*10^-6"),
    Formula(#"\frac{\partial \hat{y}}{\partial x_k}"#, "∂ŷ/∂x_k", "dy^/dx_k"),
    Formula("h_t^{(l)}", "h_t^(l)", "h_t^(l)"),
    Formula("x''", "x′′", "x''"),
    Formula(
      #"\text{RMSE in dollars} = 25.40 \sqrt{L}"#,
      "RMSE in dollars = 25.40 √(L)",
      "RMSE in dollars = 25.40 sqrt(L)"),
    Formula(#"y = \mathbf{W} \mathbf{x}"#, "y = W x", "y = W x"),
    Formula(#"\beta\mu_{t-1}"#, "β μ_{t−1}", "beta mu_{t-1}"),
    Formula(#"x\beta"#, "x β", "x beta"),
    Formula(#"\hat{y_t}"#, "ŷ_t", "y^_t"),
    Formula(#"\frac{1}{n}\sum_{i=1}^n x_i"#, "(1/n) ∑_{i=1…n} x_i", "(1/n) Sum_{i=1...n} x_i"),
    Formula(#"\Delta(h)"#, "Δ(h)", "Delta(h)"),
    Formula(#"\gamma^{t}\delta"#, "γ^t δ", "gamma^t delta"),
    Formula(#"2\beta x"#, "2β x", "2beta x"),
    Formula(#"x_{t-1}\beta"#, "x_{t−1} β", "x_{t-1} beta"),
    Formula(
      #"\text{if } f > 0.9 \text{ then it keeps}"#,
      "if f > 0.9 then it keeps",
      "if f > 0.9 then it keeps"),
    Formula(#"\frac{\partial}{\partial x} f"#, "(∂/∂x) f", "(d/dx) f"),
    Formula(#"x \in \{0, 1\}"#, "x∈{0, 1}", "x in {0, 1}"),
    Formula(#"\partial h"#, "∂h", "dh"),
    Formula("= b", "= b", "= b"),
  ]

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
