"""Views of the open pages, one module a subject."""
