"""Who is in the class: a learning platform's list of learners, in nbgrader's grade book.

`text` reads a table out of a file in any of the usual encodings and separators, `columns` knows what the platforms call
their columns, `match` finds whose work is whose, `enter` writes the grade book, and `accounts` says who handed in
nothing, or something that was not taken.
"""
