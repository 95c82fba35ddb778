"""Aturan presensi: rules of attendance (keterlambatan, jumlah hari)."""
