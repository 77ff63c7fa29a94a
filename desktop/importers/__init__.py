"""From a text to what it rests on: figures, dates, tables, policies, factors. Pure: no Qt, no files."""
