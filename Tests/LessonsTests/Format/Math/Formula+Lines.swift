extension Formula {
  /// What a course on recurrent networks writes.
  static let ofTheCourse: [Formula] = [
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
  ]
}
