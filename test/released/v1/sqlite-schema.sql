CREATE TABLE logs (
  log_id      TEXT PRIMARY KEY,
  seq         INTEGER NOT NULL,
  hash        TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  in_use      INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1))
);
CREATE UNIQUE INDEX one_log_in_use ON logs (in_use) WHERE in_use = 1;

CREATE TABLE entries (
  log_id   TEXT NOT NULL REFERENCES logs (log_id) ON DELETE CASCADE,
  seq      INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (log_id, seq),
  UNIQUE (log_id, entry_id)
);

CREATE TABLE commands (
  log_id      TEXT NOT NULL REFERENCES logs (log_id) ON DELETE CASCADE,
  command_id  TEXT NOT NULL,
  first_seq   INTEGER NOT NULL,
  entry_count INTEGER NOT NULL,
  PRIMARY KEY (log_id, command_id)
) WITHOUT ROWID;

-- words is a JSON string, or null once erased: the row stays, so that a late repeat cannot bring the words back.
CREATE TABLE texts (ref TEXT PRIMARY KEY, words TEXT);

CREATE TABLE tokens (
  token_hash TEXT PRIMARY KEY,
  role       TEXT NOT NULL,
  label      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
);

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
