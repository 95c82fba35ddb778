"""Pages of feedback, one module a kind."""
