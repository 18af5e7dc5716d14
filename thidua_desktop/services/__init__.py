"""Use cases: load, let the domain decide, save. Window and command line call nothing below this layer."""
