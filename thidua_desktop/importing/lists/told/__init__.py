"""Lists that are told and not drawn: numbered lines, sentences, forms."""
