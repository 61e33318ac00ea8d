import Reports
import Testing

struct ASCIIFormTests {
  @Test(arguments: [
    ("σ(x)", "sigma(x)"), ("c' = f ⊙ c + i ⊙ c̃", "c' = f * c + i * c~"), ("ŷ", "y^"),
    ("μ̂ₜ", "mu^_t"),
    ("V⁻¹ · 2²³", "V^-1 * 2^23"), ("βᵗ⁺¹", "beta^(t+1)"), ("x₍₁₎²", "x_(1)^2"), ("a → b", "a -> b"),
    ("∂h/∂x", "dh/dx"), ("0…1", "0...1"),
    ("−2 × 3", "-2 x 3"), ("√Σ", "sqrtSigma"), ("café Ångström", "cafe Angstroem"), ("日本", "??"),
    ("e\u{301}", "e"), ("😀", "?"), ("▁▂█", "_.#"), ("≤ ≥ ≠ ≈ ±", "<= >= != ~ +-"),
  ])
  func signsHaveTheirForm(text: String, form: String) {
    #expect(ascii(text) == form)
  }

  @Test func noByteBeyondASCIIComesOutForAnyScalar() {
    for value in stride(from: UInt32(0x80), through: 0x10ffff, by: 1)
    where value < 0x3100 || value % 997 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ascii("a" + String(Character(scalar))).utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
