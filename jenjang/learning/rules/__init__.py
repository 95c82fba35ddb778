"""Aturan pengembangan kompetensi: rules of learning (jam pelajaran, PKN II)."""
