"""What single words and cells of a list mean: awards, persons, posts, units, verdicts, values."""
