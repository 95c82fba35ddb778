"""Aturan cuti: rules of leave (cuti tahunan, permohonan cuti)."""
