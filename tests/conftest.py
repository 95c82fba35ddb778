"""What a test may touch is decided by the folder it lies in: rules nothing, unit and integration the database."""
