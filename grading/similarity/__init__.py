"""What hand-ins of a class have in common beyond chance. Whoever reads it has to ask; nothing here accuses anybody.

`traces` compares journals: their seeds, their histories, their bytes. `essays` compares texts.
"""
