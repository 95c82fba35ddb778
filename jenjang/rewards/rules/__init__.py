"""Aturan hak keuangan dan penghargaan: rules of pay, allowance and awards."""
