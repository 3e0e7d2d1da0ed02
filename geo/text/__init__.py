"""From characters to words, sentences, times and speech; knows nothing of places or events."""
