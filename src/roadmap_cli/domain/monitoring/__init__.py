"""Indicators: what is counted, of what, with which target; and the records that were counted."""
