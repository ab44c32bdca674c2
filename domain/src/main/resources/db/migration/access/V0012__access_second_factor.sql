-- The second factor of an account (RFC 6238), its recovery codes, and for which kinds of account it is required.
CREATE TABLE access.second_factor (
  account_id    uuid PRIMARY KEY REFERENCES access.account,
  -- Version, nonce, AES-256-GCM text and tag; the account's id is authenticated with it, so that no row serves another account.
  secret_sealed bytea NOT NULL CHECK (length(secret_sealed) = 49),
  begun_at      timestamptz NOT NULL,
  confirmed_at  timestamptz,
  -- The newest time step that was used: a code works once, by a conditional update.
  last_step     bigint NOT NULL DEFAULT 0 CHECK (last_step >= 0)
);
CREATE TABLE access.recovery_code (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.second_factor ON DELETE CASCADE,
  code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT recovery_code_once UNIQUE (account_id, code_hash)
);
CREATE TABLE access.second_factor_rule (
  kind     text PRIMARY KEY CHECK (kind IN ('PLATFORM_ADMIN','CLINIC_ADMIN','DOCTOR','STAFF','OWNER','INTEGRATOR','AUDITOR')),
  required boolean NOT NULL,
  set_by   uuid NOT NULL REFERENCES access.account,
  set_at   timestamptz NOT NULL
);
-- A factor that is turned off leaves no secret behind: these rows alone are deleted.
GRANT SELECT, INSERT, UPDATE, DELETE ON access.second_factor, access.recovery_code TO chiron_app;
GRANT SELECT, INSERT, UPDATE ON access.second_factor_rule TO chiron_app;
