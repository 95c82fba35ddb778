"""Pages of the selection slice, one module a group."""
