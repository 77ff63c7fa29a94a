"""The review of an import: the article with every found item marked, and the items as a list beside it."""
