-- Accounts are deactivated with a reason and never deleted; passwords are changed, required anew, and set by one-time links.
ALTER TABLE access.account
  ADD COLUMN password_change_required boolean NOT NULL DEFAULT false,
  ADD COLUMN last_sign_in_at     timestamptz,
  ADD COLUMN deactivated_at      timestamptz,
  ADD COLUMN deactivated_by      uuid REFERENCES access.account,
  ADD COLUMN deactivation_reason text CHECK (length(deactivation_reason) BETWEEN 3 AND 200),
  ADD CONSTRAINT account_deactivation_complete CHECK (
    (deactivated_at IS NULL) = (deactivated_by IS NULL) AND (deactivated_at IS NULL) = (deactivation_reason IS NULL)
    AND (deactivated_at IS NULL OR status = 'DEACTIVATED'));

ALTER TABLE access.account_proof
  DROP CONSTRAINT account_proof_purpose_check,
  ADD CONSTRAINT account_proof_purpose_check CHECK (purpose IN ('ACTIVATION','VERIFY_EMAIL','VERIFY_PHONE','PASSWORD_RESET'));
CREATE UNIQUE INDEX account_proof_of_link ON access.account_proof (secret_hash) WHERE purpose IN ('ACTIVATION','PASSWORD_RESET');
CREATE INDEX account_proof_asked ON access.account_proof (account_id, created_at DESC) WHERE purpose = 'PASSWORD_RESET';

-- Administrators search people by a part of the name, the sign-in name or the mail address.
CREATE INDEX account_words ON access.account USING gin ((lower(full_name) || ' ' || username || ' ' || coalesce(email, '')) gin_trgm_ops);
CREATE INDEX account_by_name ON access.account (full_name, id);

-- One active platform administrator is always left. Two who deactivate each other at the same moment wait for one another here;
-- the second then sees what the first has done.
CREATE FUNCTION access.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('access.account: the last administrator', 0));
  IF NOT EXISTS (SELECT FROM access.account a WHERE a.kind = 'PLATFORM_ADMIN' AND a.status = 'ACTIVE' AND a.id <> OLD.id) THEN
    RAISE EXCEPTION 'one active platform administrator is always left'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_last_administrator', SCHEMA = 'access', TABLE = 'account';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_last_administrator BEFORE UPDATE OF status, kind ON access.account FOR EACH ROW
  WHEN (OLD.kind = 'PLATFORM_ADMIN' AND OLD.status = 'ACTIVE' AND (NEW.status <> 'ACTIVE' OR NEW.kind <> 'PLATFORM_ADMIN'))
  EXECUTE FUNCTION access.keep_an_administrator();

-- Signing in at the portal in steps: what was proven so far, and what is asked next. A step is no session and opens nothing.
CREATE TABLE access.sign_in_step (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES access.account,
  needs      text NOT NULL CHECK (needs IN ('SECOND_FACTOR','PASSWORD_CHANGE','ENROLMENT')),
  begun_at   timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT sign_in_step_lives_ten_minutes CHECK (expires_at <= begun_at + interval '10 minutes')
);
CREATE INDEX sign_in_step_by_account ON access.sign_in_step (account_id) WHERE used_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sign_in_step TO chiron_app;
