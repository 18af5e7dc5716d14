"""What was done, what was thrown away, and the ways back."""
