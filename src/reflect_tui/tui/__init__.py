"""The full-screen face, made with Textual."""
