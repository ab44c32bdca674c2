-- Answers that the policy is to keep giving. An example holds what joined the two when it was kept, so that it changes with the policy
-- alone: a grant that has run out since flips nothing.
CREATE TABLE access.policy_example (
  id           uuid PRIMARY KEY,
  patient_id   uuid NOT NULL REFERENCES records.patient,
  account_id   uuid NOT NULL REFERENCES access.account,
  action       text NOT NULL CHECK (action ~ '^[A-Z_]{1,40}$'),
  category     text NOT NULL CHECK (category ~ '^[A-Z_]{1,40}$'),
  permitted    boolean NOT NULL,
  -- Kind of account, rights at clinics and relationships, as JSON (internal/explain/Facts).
  facts        jsonb NOT NULL CHECK (pg_column_size(facts) <= 65536),
  note         text NOT NULL CHECK (length(note) BETWEEN 3 AND 300),
  kept_at      timestamptz NOT NULL,
  kept_by      uuid NOT NULL REFERENCES access.account,
  retired_at   timestamptz,
  retired_by   uuid REFERENCES access.account,
  CONSTRAINT policy_example_retirement_complete CHECK ((retired_at IS NULL) = (retired_by IS NULL)),
  CONSTRAINT policy_example_retired_after_keeping CHECK (retired_at >= kept_at)
);
CREATE INDEX policy_example_in_use ON access.policy_example (kept_at DESC, id DESC) WHERE retired_at IS NULL;

-- The policies that have been in service, by the fingerprint of their matrix.
CREATE TABLE access.policy_version (
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  accepted_at timestamptz NOT NULL,
  examples    integer NOT NULL CHECK (examples >= 0),
  PRIMARY KEY (accepted_at, fingerprint)
);

INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES
  ('00000000-0000-7000-8000-000000000002', 'SYSTEM', 'job-policy-examples', 'Policy examples', 'ACTIVE', now());

GRANT SELECT, INSERT ON access.policy_example, access.policy_version TO chiron_app;
GRANT UPDATE (retired_at, retired_by) ON access.policy_example TO chiron_app;

ALTER TABLE access.policy_example ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.policy_example FORCE ROW LEVEL SECURITY;
CREATE POLICY policy_example_read ON access.policy_example FOR SELECT USING (policy.actor_is(ARRAY['AUDITOR','SYSTEM']));
CREATE POLICY policy_example_keep ON access.policy_example FOR INSERT
  WITH CHECK (kept_by = policy.actor() AND policy.actor_is(ARRAY['AUDITOR']));
CREATE POLICY policy_example_retire ON access.policy_example FOR UPDATE USING (policy.actor_is(ARRAY['AUDITOR']));
