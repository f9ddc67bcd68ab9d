"""Rules that the data of a workspace should keep: one function and one code each."""
