"""How the models were trained. Needs the extra ``train``; no stage and no notebook imports it."""
