"""Rulebooks out of TOML files, with a sentence for every mistake."""
