"""What a disk can do to a writing command, and what the command may not let it do."""
