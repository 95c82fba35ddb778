"""Jenjang: the careers of civil servants, on merit and in the open."""
