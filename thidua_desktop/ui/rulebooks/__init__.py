"""The law as the program knows it, to be read."""
