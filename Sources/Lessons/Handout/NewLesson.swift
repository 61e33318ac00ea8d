/// A small lesson to begin with: it shows each block that most lessons need, and passes the checker.
public enum NewLesson {
  /// The text of the file.
  ///
  /// - Parameter id: The lesson's id; its file is `<id>.md`.
  /// - Returns: Markdown that `lesson check` finds nothing wrong with.
  public static func text(id: String) -> String {
    #"""
    ---
    title: A lesson of my own
    format: 1
    summary: What this lesson is about, in one sentence.
    minutes: 5
    order: 100
    needs:
    ---

    ## What comes in {#first}

    Text stands as it is, with **bold** words and `code`. A line between blank lines is a paragraph.
    What stands between three backticks is a block. This one runs a command:

    ```run
    data show t=42
    ```

    > teacher: Only the handout with teacher=yes prints this.

    Before a run whose result surprises, let the student bet.
    How far is the High of a day from that of the day before, in dollars, on average over the test days?

    ```guess number
    run: evaluate
    pick: persistence.rmse
    close: 20%
    explain: The last line but one of the table holds it: that is the error of copying today.
    ```

    ## One number for each student {#second}

    ```vary b=0.6|0.7|0.8|0.9 k=2..5
    ```

    An EWMA with β = {b} reads a single 1 and then zeros. What is the weight of the 1 after {k} more steps?

    ```ask number
    answer: = (1-{b})*{b}^{k} within 1%
    wrong: = {b}^{k} | The value enters with the share 1 − β first.
    wrong: = (1-{b})*{b}^({k}+1) | One step too many: today's exponent is 0.
    hint: What enters is 1 − {b}; each step keeps the share {b} of it.
    hint: (1 − {b}) times {b} to the power of {k}.
    solution: {b}^{k} - {b}^({k}+1)
    explain: That is what `ewma beta={b} on=impulse` draws.
    ```

    ## What I can say now {#last}

    Which of these forgets?

    ```ask choice
    [x] an EWMA | Each step takes the same share off what is left.
    [ ] a cumulative average | In it every value weighs as much as any other, for ever.
    hint: In one of them the first value weighs as much as the last.
    solution: an EWMA
    ```

    In your own words: why is a forecast by an EWMA late?

    ```write
    model: Its mean holds old values, and on a slope old values are too low.
    criterion: I say that old values are part of the mean.
    criterion: I say what that does on a slope.
    ```

    """#
  }
}
