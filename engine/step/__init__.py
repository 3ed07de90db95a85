"""One update, number by number: `take_moment` freezes where a run is, `record_tape` writes its next update down.

Nothing here changes a trainer, and nothing draws: the window, the terminal and printed sheets read the same tape.
"""
