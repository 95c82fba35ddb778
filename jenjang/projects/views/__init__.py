"""Pages of team projects."""
