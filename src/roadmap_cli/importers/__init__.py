"""Files that a school already has, read into proposed changes; nothing is written here."""
