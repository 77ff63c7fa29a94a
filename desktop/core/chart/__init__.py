"""Charts as values: what a chart says is computed here, and drawn alike on the screen and in a file."""
