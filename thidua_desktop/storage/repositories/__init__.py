"""One module per aggregate: rows to frozen values and back."""
