"""From a text to what it rests on: blocks, figures, dates, tables, policies, factors. Pure: no Qt, pandas or files."""
