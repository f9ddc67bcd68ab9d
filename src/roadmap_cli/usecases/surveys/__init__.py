"""Questionnaires and indicators: what is more than a question to the data."""
