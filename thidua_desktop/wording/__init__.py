"""Vietnamese text that appears in more than one place: labels, sentences, formats."""
