"""Russian cases: of personal names and of positions."""
