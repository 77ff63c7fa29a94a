"""Parts of bringing an article that is imported again together with its dossier."""
