"""Score a class again with the key as it is now: who changes, by how much and why, before anything is changed.

    python -m grading.regrade <assignment> [--apply]

A key is changed in `keys/<assignment>.toml`. To drop a question, give its key `dropped = true`. Take that
back and regrade, and all is as before. Marks and comments that a person gave are never touched.
"""
