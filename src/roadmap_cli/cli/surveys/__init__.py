"""The commands about questionnaires."""
