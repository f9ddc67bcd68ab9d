"""Records to tables of other programs; `importers` is the way back."""
