"""Forms as widgets: what a field holds, a field with its label and problem, and the editors made of them."""
