"""What leaves the application as a file; pure functions from values to text or bytes."""
