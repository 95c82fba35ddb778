"""Pages of accounts: sign-in, one's own account, home, roles, and the demonstration's people."""
