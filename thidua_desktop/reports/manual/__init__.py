"""The manual that ships with the program: its Markdown read into blocks, its pictures, the book as PDF."""
