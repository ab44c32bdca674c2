-- How the portal measures, writes dates and waits, for each person; and the patient that is kept at hand.
ALTER TABLE access.account
  ADD COLUMN unit_system     text NOT NULL DEFAULT 'METRIC' CHECK (unit_system IN ('METRIC','IMPERIAL')),
  ADD COLUMN date_format     text NOT NULL DEFAULT 'LANGUAGE' CHECK (date_format IN ('LANGUAGE','YMD','DMY','MDY')),
  ADD COLUMN session_minutes integer NOT NULL DEFAULT 30 CHECK (session_minutes BETWEEN 5 AND 720),
  ADD COLUMN active_patient_id uuid REFERENCES records.patient;
CREATE INDEX account_by_active_patient ON access.account (active_patient_id) WHERE active_patient_id IS NOT NULL;
