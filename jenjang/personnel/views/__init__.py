"""Halaman kepegawaian: people, changes, requests, units and seats."""
