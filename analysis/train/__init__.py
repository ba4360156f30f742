"""How the reader and the tagger were trained. Needs the extra ``train``; no stage and no notebook imports it."""
