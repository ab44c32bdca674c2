-- The application compares this history with the migrations of its own build, and serves only when they agree (ADR 14).
GRANT SELECT ON ops.schema_history TO chiron_app;

-- Set when a demo serves from this database: its accounts have known passwords and its codes lay in files, so that a
-- server in production refuses it. One row or none, and nobody but the owner takes it away.
CREATE TABLE ops.demo_mark (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  marked_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON ops.demo_mark TO chiron_app;
