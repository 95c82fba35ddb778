"""The law, pure: facts and the law on a day give a decision with reasons and articles. No Django, clock or database."""
