-- One row per imported file: what came, what was taken, what was left and why. Counts only, never content.
CREATE TABLE interop.import_run (
  id          uuid PRIMARY KEY,
  clinic_id   uuid NOT NULL REFERENCES access.clinic,
  account_id  uuid NOT NULL REFERENCES access.account,
  source_name text NOT NULL CHECK (length(source_name) BETWEEN 1 AND 200),
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  imported_at timestamptz NOT NULL,
  counts      jsonb NOT NULL
);
CREATE INDEX import_run_by_clinic ON interop.import_run (clinic_id, imported_at DESC);
GRANT SELECT, INSERT ON interop.import_run TO chiron_app;
