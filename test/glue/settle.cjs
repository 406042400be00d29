// Exists to be imported: see run-glue.mjs.
