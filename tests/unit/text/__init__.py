"""Words, sentences, languages and times."""
