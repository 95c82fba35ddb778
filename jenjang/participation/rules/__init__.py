"""Aturan partisipasi: rules of public participation (survei kepuasan, pengaduan)."""
