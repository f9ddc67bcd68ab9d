"""Russian notations of deadlines, understood as days."""
