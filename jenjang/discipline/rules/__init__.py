"""Aturan disiplin: rules of discipline (ketidakhadiran, mulai berlakunya hukuman)."""
