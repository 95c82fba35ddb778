"""Rules are asked thousands of times a second; properties try fewer examples here so that all of them stay quick."""

from hypothesis import settings

settings.register_profile("rules", max_examples=30, deadline=None)
settings.load_profile("rules")
