"""Services on QtCore: jobs, workspace, selection, preferences, theme. No widgets."""
