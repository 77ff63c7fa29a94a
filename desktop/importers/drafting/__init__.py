"""From items to a dossier: sections, tables, figures, policies, doubts, left-over numbers."""
