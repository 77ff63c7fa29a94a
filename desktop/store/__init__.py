"""Files: where things lie, and how a data package becomes a dossier. The only pandas below the models."""
