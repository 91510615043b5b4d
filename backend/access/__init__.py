"""Who may come in: the ways of signing in, sessions, tokens, second factors."""
