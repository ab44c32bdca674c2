-- A new contact waits beside its code until the code comes back; the account keeps the old one so long.
ALTER TABLE access.account_proof
  DROP CONSTRAINT account_proof_purpose_check,
  ADD CONSTRAINT account_proof_purpose_check
    CHECK (purpose IN ('ACTIVATION','VERIFY_EMAIL','VERIFY_PHONE','PASSWORD_RESET','NEW_EMAIL','NEW_PHONE')),
  ADD COLUMN new_email text CHECK (length(new_email) <= 254 AND new_email = lower(new_email)),
  ADD COLUMN new_phone text CHECK (new_phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT account_proof_new_contact
    CHECK ((purpose = 'NEW_EMAIL') = (new_email IS NOT NULL) AND (purpose = 'NEW_PHONE') = (new_phone IS NOT NULL));
