"""What honest people do by accident: each kind with its source, its input made by code, and the right outcome.

`tests/hostile/` is the corpus of attackers. Here stand copied notebooks, two laptops, a German keyboard, a learning
platform's archive. `python -m tests.accidents` runs all of them and prints the table.
"""
