"""The office that keeps the file: its name, superior, place and signer."""
