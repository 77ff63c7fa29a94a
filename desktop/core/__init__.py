"""Pure vocabulary of the application: no Qt, no pandas, no files."""
