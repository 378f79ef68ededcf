"""What is hidden in a file beside what it shows."""
