"""Questionnaires: who is asked, what was replied, what it comes to, what changed."""
