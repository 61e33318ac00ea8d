/// Small lessons that hold every kind of block and train nothing.
enum SampleLessons {
  /// The lessons by their ids, in the order of the course.
  static let texts = [(id: "shares", text: shares), (id: "words", text: words)]

  /// Four pages.
  private static let shares = #"""
    ---
    title: Shares
    format: 1
    summary: What an average keeps and takes.
    minutes: 4 core 3
    order: 900
    ---

    ## One average {#one}

    ```vary b=0.6|0.7|0.8 k=2..4
    ```

    An average with **β = {b}** keeps a share of what it was. `calc` knows the rest:

    - the share {b} stays
    - the share {= 1 - {b}} comes in

    ```run
    calc 1 - {b}
    ```

    ```math
    \mu_t = {{b}}\mu_{t-1} + (1 - {{b}}) v_t
    ```

    Which share of a new value does an average with β = {b} take?

    ```ask number
    answer: = 1 - {b}
    wrong: = {b} | That is what it keeps.
    wrong: 1 | That would be no average.
    wrong: 0 | Then it would never learn.
    hint: Both shares add up to 1.
    hint: Take {b} from 1.
    solution: 1 - {b}
    explain: What is not kept is taken.
    ```

    ## Two lines {#two}

    ```run type
    data show t=42
    ```

    That was the row of a day.

    ```pause
    ```

    ```run expect-error
    gatse lstm
    ```

    What is 0.9 to the power of 10?

    ```guess number
    run: calc 0.9^10
    pick: value
    close: 5%
    wrong: 0.9 | Ten steps take more than that.
    explain: A third is left.
    ```

    Does an average with β = 0.9 still hold half of a value after ten steps?

    ```guess choice
    [if `calc 0.9^10 pick=value` > 0.5] yes, it does | More than half would be left.
    [if `calc 0.9^10 pick=value` <= 0.5] no, it does not | About a third is left.
    ```

    ## Three commands {#three optional}

    ```run quiet
    clamp gru update=1
    ```

    Show row 50 of the series.

    ```ask command
    template: data ____ t=50
    same-result-as: data show t=50
    wrong: = data show t=51 | One row too far.
    hint: The word is show.
    solution: data show t=50
    ```

    ## Four words {#four}

    The update gate was held at 1 on the page before, and still is:

    ```run
    gates gru t=42 pick=update.mean
    ```

    Where does an LSTM hold what it remembers?

    ```ask text
    answer: cell | cell state
    wrong: hint | gate | That only lets it through.
    hint: It is written c.
    solution: cell
    ```

    Which of these forget?

    ```ask choice
    [x] an average with β = 0.5 | Half goes at each step.
    [x] an average with β = 0.9 | A tenth goes at each step.
    [ ] an average with β = 1 | Nothing ever comes in.
    hint: What comes in pushes something out.
    solution: an average with β = 0.5 | an average with β = 0.9
    ```

    Why is an average late? Say it in your own words.

    ```write
    model: It holds old values.
    criterion: I speak of old values.
    criterion: I say what that does.
    ```
    """#

  /// One page, which brings back what was written in the other lesson.
  private static let words = #"""
    ---
    title: Words
    format: 1
    summary: What was written comes back.
    minutes: 1
    order: 901
    needs: shares
    ---

    ## Once more {#once}

    ```kept shares/four
    ```

    | letter | gate |
    |---|---|
    | f | forget gate |

    Which letter has the forget gate?

    ```ask text
    answer: f
    wrong: c | That is the cell.
    hint: It begins with it.
    solution: f
    ```
    """#
}
