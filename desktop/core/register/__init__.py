"""The policy register: the shipped entries, a person's layer over them, and what can be asked of both."""
