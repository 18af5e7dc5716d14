"""Reports in words: sections, paragraphs and sentences whose numbers know the question that they answer."""
