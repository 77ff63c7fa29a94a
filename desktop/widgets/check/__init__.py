"""The page that says what holds, what does not, and what cannot be known."""
