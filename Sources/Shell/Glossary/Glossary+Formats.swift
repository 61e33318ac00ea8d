extension Glossary {
  /// Words about numbers, libraries and files.
  static let formatWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "float", otherNames: ["float32", "single precision", "f32"],
      text: """
        A number of 32 bits with about seven decimal digits. Weights, gates, states and scaled \
        values are Floats, as in Keras and PyTorch. Sums in another order can differ in the last \
        digit.
        """,
      tryLine: "gates lstm t=42", seeAlso: ["double", "weights"]),
    GlossaryEntry(
      term: "double", otherNames: ["float64", "double precision", "f64"],
      text: """
        A number of 64 bits with about sixteen decimal digits. Prices, dollars, RMSE, averages, \
        powers and eigenvalues are computed in it.
        """,
      tryLine: "evaluate", seeAlso: ["float", "dollars", "rmse"]),
    GlossaryEntry(
      term: "keras",
      text: """
        A Python library of layers; the course notebook uses it. Here letters, shapes and the \
        order of gates follow it. Its kernels have the shape \
        (features, blocks · units), the blocks in the order i, f, c̃, o or z, r, h̃.

        It starts kernels glorot-uniform, recurrent kernels orthogonal and biases at 0, an LSTM's \
        forget bias at 1.
        """,
      tryLine: "model lstm", seeAlso: ["pytorch", "notation", "forget-bias", "reset-after"]),
    GlossaryEntry(
      term: "pytorch", otherNames: ["torch"],
      text: """
        A Python library for networks. Its matrices are the transposed ones of Keras, with the \
        blocks in the order i, f, g, o for the LSTM and r, z, n for the GRU. Each layer stores two \
        biases.

        The two biases of an RNN or LSTM may be added into one. Those of a GRU's candidate may \
        not, because one of them stands inside the product with r. For n units all weights of \
        these layers, biases too, start evenly drawn between −1/√n and 1/√n.
        """,
      tryLine: "help model", seeAlso: ["keras", "notation", "safetensors", "reset-after"]),
    GlossaryEntry(
      term: "safetensors", otherNames: ["weights file"],
      text: """
        A file format for weights: eight bytes with the length of a header, the header in JSON \
        with name, type, shape and place of each tensor, and then the bare numbers. It holds no \
        code, so reading it runs nothing.
        """,
      tryLine: "help model", seeAlso: ["weights", "keras", "pytorch"]),
  ]
}
