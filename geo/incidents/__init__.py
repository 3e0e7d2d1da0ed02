"""From sentences to happenings: what kind, who, on whom, how sure, and the same one told twice."""
