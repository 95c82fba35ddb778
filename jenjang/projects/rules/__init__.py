"""Aturan tim kerja."""
