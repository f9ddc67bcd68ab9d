"""The vault: in git personal data lie encrypted, each person under a key of their own."""
