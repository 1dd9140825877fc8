"""Score more journals than one process should: `python -m grading.scale precondition journals --out scores.parquet`.

`journals` divides what there is into chunks, `parts` writes one Parquet file a chunk, `run` maps the one over the other
with Dask. Storage is shared: every worker reads the journals and writes the parts at the same paths.
"""
