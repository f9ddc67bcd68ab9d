"""What a command does when it is more than a question of the domain."""
