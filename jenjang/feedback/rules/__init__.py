"""Aturan umpan balik: rules of what leaders, peers and subordinates say of one another."""
