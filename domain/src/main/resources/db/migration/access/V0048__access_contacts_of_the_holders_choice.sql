-- A new contact waits beside its code until the code comes back; the account keeps the old one so long.
ALTER TABLE access.account_proof
  DROP CONSTRAINT account_proof_purpose_check,
  ADD CONSTRAINT account_proof_purpose_check
    CHECK (purpose IN ('ACTIVATION','VERIFY_EMAIL','VERIFY_PHONE','PASSWORD_RESET','NEW_EMAIL','NEW_PHONE')),
  ADD COLUMN new_email text CHECK (length(new_email) <= 254 AND new_email = lower(new_email)),
  ADD COLUMN new_phone text CHECK (new_phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT account_proof_new_contact
    CHECK ((purpose = 'NEW_EMAIL') = (new_email IS NOT NULL) AND (purpose = 'NEW_PHONE') = (new_phone IS NOT NULL));

-- A first owner who was entered wrongly is replaced by the clinic that registered the patient, as long as nobody has proven the contact.
SET ROLE chiron_policy;
CREATE FUNCTION policy.owner_is_a_slip(p_patient uuid, p_account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
      SELECT FROM records.patient p WHERE p.id = p_patient AND policy.works_at(p.registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR']))
    AND EXISTS (
      SELECT FROM access.account a
      WHERE a.id = p_account AND a.status = 'INVITED' AND a.email_verified_at IS NULL AND a.phone_verified_at IS NULL)
    AND NOT EXISTS (
      SELECT FROM access.patient_owner o WHERE o.patient_id = p_patient AND o.until IS NULL AND o.account_id <> p_account);

-- Somebody owns the patient, or has owned it with a contact that was proven: no clinic names an owner any more.
CREATE OR REPLACE FUNCTION policy.has_owner(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id
    WHERE o.patient_id = p_patient AND (o.until IS NULL OR a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL));

-- Whether nothing is left to an account that nobody has used: no patient, no offer that waits for it.
CREATE FUNCTION policy.is_left_over(p_account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (SELECT FROM access.account a WHERE a.id = p_account AND a.kind = 'OWNER' AND a.status = 'INVITED')
    AND NOT EXISTS (SELECT FROM access.patient_owner o WHERE o.account_id = p_account AND o.until IS NULL)
    AND NOT EXISTS (SELECT FROM access.invitation i WHERE i.sent_to = p_account AND i.status = 'PENDING');

REVOKE EXECUTE ON FUNCTION policy.owner_is_a_slip, policy.is_left_over FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.owner_is_a_slip, policy.is_left_over TO chiron_app, chiron_owner;
RESET ROLE;
ALTER POLICY patient_owner_end ON access.patient_owner USING (policy.owns(patient_id) OR policy.owner_is_a_slip(patient_id, account_id));
