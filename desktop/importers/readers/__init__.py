"""Parts of the readers of formats."""
