"""The first days of an office with the program: what is asked first, and what is left to do."""
