"""The page of the policy register: list, time line, entry, and the form of a person's own layer."""
