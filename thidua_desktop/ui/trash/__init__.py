"""What was thrown away, and taking it back."""
