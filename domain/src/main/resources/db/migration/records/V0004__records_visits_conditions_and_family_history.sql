-- The visit record (the seeds' medical record and encounter), the problem list and the history of the family.
-- patient_id and clinic_id stand on every clinical row: reachability is decided without a join.
CREATE TABLE records.visit (
  id                 uuid PRIMARY KEY,
  patient_id         uuid NOT NULL REFERENCES records.patient,
  clinic_id          uuid NOT NULL REFERENCES access.clinic,
  practitioner_id    uuid REFERENCES access.practitioner,
  organization_id    uuid REFERENCES access.organization,
  visit_type         text NOT NULL CHECK (visit_type IN ('ROUTINE_CHECKUP','EMERGENCY','SURGERY','VACCINATION','FOLLOW_UP','OTHER')),
  priority           text NOT NULL DEFAULT 'ROUTINE' CHECK (priority IN ('ROUTINE','URGENT','EMERGENCY')),
  visit_date         timestamptz NOT NULL,
  duration_minutes   integer CHECK (duration_minutes BETWEEN 0 AND 525600),
  place              text CHECK (length(place) BETWEEN 1 AND 200),
  reason             text CHECK (length(reason) BETWEEN 1 AND 500),
  chief_complaint    text CHECK (length(chief_complaint) BETWEEN 1 AND 2000),
  symptoms           text CHECK (length(symptoms) BETWEEN 1 AND 4000),
  diagnosis          text CHECK (length(diagnosis) BETWEEN 1 AND 4000),
  treatment_plan     text CHECK (length(treatment_plan) BETWEEN 1 AND 8000),
  clinical_notes     text CHECK (length(clinical_notes) BETWEEN 1 AND 20000),
  -- Quantities keep the unit they were entered in; the canonical value stands beside it (kg, degrees Celsius).
  weight_value       numeric(9,3),
  weight_unit        text CHECK (weight_unit IN ('kg','g','lb')),
  weight_kg          numeric(9,4) CHECK (weight_kg > 0 AND weight_kg <= 3000),
  temperature_value  numeric(5,2),
  temperature_unit   text CHECK (temperature_unit IN ('Cel','[degF]')),
  temperature_cel    numeric(5,2) CHECK (temperature_cel BETWEEN 20 AND 50),
  heart_rate         integer CHECK (heart_rate BETWEEN 1 AND 1000),
  respiratory_rate   integer CHECK (respiratory_rate BETWEEN 1 AND 500),
  systolic           integer CHECK (systolic BETWEEN 10 AND 400),
  diastolic          integer CHECK (diastolic BETWEEN 5 AND 300),
  oxygen_saturation  integer CHECK (oxygen_saturation BETWEEN 1 AND 100),
  follow_up_required boolean NOT NULL DEFAULT false,
  follow_up_date     date,
  follow_up_notes    text CHECK (length(follow_up_notes) BETWEEN 1 AND 1000),
  status             text NOT NULL CHECK (status IN ('DRAFT','SIGNED')),
  signed_at          timestamptz,
  signed_by          uuid REFERENCES access.account,
  created_at         timestamptz NOT NULL,
  created_by         uuid NOT NULL REFERENCES access.account,
  created_by_role    text NOT NULL CHECK (created_by_role IN ('DOCTOR','OWNER','INTEGRATOR')),
  updated_at         timestamptz NOT NULL,
  updated_by         uuid NOT NULL REFERENCES access.account,
  source_system      text CHECK (length(source_system) <= 200),
  source_id          text CHECK (length(source_id) <= 200),
  version            bigint NOT NULL DEFAULT 1,
  CONSTRAINT visit_signed_complete CHECK ((signed_at IS NULL) = (signed_by IS NULL) AND (status = 'SIGNED') = (signed_at IS NOT NULL)),
  CONSTRAINT visit_weight_complete CHECK ((weight_value IS NULL) = (weight_unit IS NULL) AND (weight_value IS NULL) = (weight_kg IS NULL)),
  CONSTRAINT visit_temperature_complete CHECK ((temperature_value IS NULL) = (temperature_unit IS NULL) AND (temperature_value IS NULL) = (temperature_cel IS NULL)),
  CONSTRAINT visit_pressure_complete CHECK ((systolic IS NULL) = (diastolic IS NULL) AND systolic > diastolic),
  CONSTRAINT visit_follow_up_dated CHECK (follow_up_required OR (follow_up_date IS NULL AND follow_up_notes IS NULL)),
  CONSTRAINT visit_follow_up_after_visit CHECK (follow_up_date >= (visit_date AT TIME ZONE 'UTC')::date - 1),
  CONSTRAINT visit_source_complete CHECK ((source_system IS NULL) = (source_id IS NULL)),
  CONSTRAINT visit_source_once UNIQUE (patient_id, source_system, source_id)
);
CREATE INDEX visit_by_patient ON records.visit (patient_id, visit_date DESC, id DESC);
CREATE INDEX visit_by_clinic ON records.visit (clinic_id, visit_date DESC, id DESC);
-- Whose records a clinic wrote, read from the index alone.
CREATE INDEX visit_written_at ON records.visit (clinic_id, patient_id);
CREATE INDEX visit_drafts ON records.visit (created_by, updated_at DESC) WHERE status = 'DRAFT';

CREATE TABLE records.visit_addendum (
  id           uuid PRIMARY KEY,
  visit_id     uuid NOT NULL REFERENCES records.visit,
  patient_id   uuid NOT NULL REFERENCES records.patient,
  clinic_id    uuid NOT NULL REFERENCES access.clinic,
  text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 8000),
  -- A remark among professionals is kept from those with whom the owner shares; the owner reads everything.
  audience     text NOT NULL DEFAULT 'EVERYBODY' CHECK (audience IN ('EVERYBODY','PROFESSIONALS')),
  created_at   timestamptz NOT NULL,
  created_by   uuid NOT NULL REFERENCES access.account
);
CREATE INDEX visit_addendum_by_visit ON records.visit_addendum (visit_id, created_at);

-- A signed visit is final (house rule 10): only addenda follow. The aggregate refuses first; this is the second refusal.
CREATE FUNCTION records.keep_signed_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'SIGNED' THEN
    RAISE EXCEPTION 'a signed visit is final' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'visit_signed_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_signed_is_final BEFORE UPDATE ON records.visit FOR EACH ROW EXECUTE FUNCTION records.keep_signed_visit();

CREATE TABLE records.condition (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  clinic_id        uuid NOT NULL REFERENCES access.clinic,
  visit_id         uuid REFERENCES records.visit,
  condition_name   text CHECK (length(condition_name) BETWEEN 1 AND 200),
  diagnosis        text NOT NULL CHECK (length(diagnosis) BETWEEN 1 AND 500),
  status           text NOT NULL CHECK (status IN ('ACTIVE','INACTIVE','RESOLVED','CHRONIC','RECURRENCE','RELAPSE')),
  severity         text CHECK (severity IN ('MILD','MODERATE','SEVERE','LIFE_THREATENING')),
  onset_date       date,
  end_date         date,
  icd10_code       text CHECK (length(icd10_code) <= 10),
  snomed_code      text CHECK (snomed_code ~ '^[0-9]{6,18}$'),
  code_description text CHECK (length(code_description) <= 300),
  notes            text CHECK (length(notes) BETWEEN 1 AND 4000),
  created_at       timestamptz NOT NULL,
  created_by       uuid NOT NULL REFERENCES access.account,
  created_by_role  text NOT NULL CHECK (created_by_role IN ('DOCTOR','OWNER','INTEGRATOR')),
  source_system    text CHECK (length(source_system) <= 200),
  source_id        text CHECK (length(source_id) <= 200),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT condition_end_only_when_resolved CHECK (end_date IS NULL OR status = 'RESOLVED'),
  CONSTRAINT condition_ends_after_onset CHECK (end_date >= onset_date),
  CONSTRAINT condition_source_complete CHECK ((source_system IS NULL) = (source_id IS NULL)),
  CONSTRAINT condition_source_once UNIQUE (patient_id, source_system, source_id)
);
CREATE INDEX condition_by_patient ON records.condition (patient_id, status, onset_date DESC);

-- Seed 002, family_members and family_conditions: whose illnesses run in the family. clinic_id is NULL for what the owner entered.
CREATE TABLE records.family_member (
  id              uuid PRIMARY KEY,
  patient_id      uuid NOT NULL REFERENCES records.patient,
  clinic_id       uuid REFERENCES access.clinic,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  relationship    text NOT NULL CHECK (relationship IN ('FATHER','MOTHER','BROTHER','SISTER','SON','DAUGHTER','SPOUSE',
    'PATERNAL_GRANDFATHER','PATERNAL_GRANDMOTHER','MATERNAL_GRANDFATHER','MATERNAL_GRANDMOTHER','UNCLE','AUNT','COUSIN','OTHER')),
  gender          text CHECK (gender IN ('FEMALE','MALE','OTHER','UNKNOWN')),
  birth_year      integer CHECK (birth_year BETWEEN 1800 AND 2200),
  death_year      integer CHECK (death_year BETWEEN 1800 AND 2200),
  is_deceased     boolean NOT NULL DEFAULT false,
  notes           text CHECK (length(notes) BETWEEN 1 AND 4000),
  created_at      timestamptz NOT NULL,
  created_by      uuid NOT NULL REFERENCES access.account,
  created_by_role text NOT NULL CHECK (created_by_role IN ('DOCTOR','OWNER','INTEGRATOR')),
  voided_at       timestamptz,
  voided_by       uuid REFERENCES access.account,
  void_reason     text CHECK (length(void_reason) BETWEEN 3 AND 200),
  version         bigint NOT NULL DEFAULT 1,
  CONSTRAINT family_member_died_after_birth CHECK (death_year >= birth_year),
  CONSTRAINT family_member_deceased_when_died CHECK (death_year IS NULL OR is_deceased),
  CONSTRAINT family_member_void_complete CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL))
);
ALTER TABLE records.family_member ADD CONSTRAINT family_member_of_patient UNIQUE (id, patient_id);
CREATE INDEX family_member_by_patient ON records.family_member (patient_id, created_at, id);
ALTER TABLE access.invitation ADD CONSTRAINT invitation_family_member FOREIGN KEY (family_member_id, patient_id) REFERENCES records.family_member (id, patient_id);
ALTER TABLE access.family_history_share ADD CONSTRAINT family_history_share_family_member FOREIGN KEY (family_member_id, patient_id) REFERENCES records.family_member (id, patient_id);

CREATE TABLE records.family_condition (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  family_member_id uuid NOT NULL,
  condition_name   text NOT NULL CHECK (length(condition_name) BETWEEN 1 AND 200),
  condition_type   text CHECK (condition_type IN ('CARDIOVASCULAR','DIABETES','CANCER','MENTAL_HEALTH','NEUROLOGICAL','AUTOIMMUNE','GENETIC','RESPIRATORY','ENDOCRINE','OTHER')),
  diagnosis_age    integer CHECK (diagnosis_age BETWEEN 0 AND 150),
  severity         text CHECK (severity IN ('MILD','MODERATE','SEVERE','LIFE_THREATENING')),
  status           text CHECK (status IN ('ACTIVE','RESOLVED','CHRONIC')),
  icd10_code       text CHECK (icd10_code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  notes            text CHECK (length(notes) BETWEEN 1 AND 4000),
  created_at       timestamptz NOT NULL,
  created_by       uuid NOT NULL REFERENCES access.account,
  voided_at        timestamptz,
  voided_by        uuid REFERENCES access.account,
  void_reason      text CHECK (length(void_reason) BETWEEN 3 AND 200),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT family_condition_of_the_same_patient FOREIGN KEY (family_member_id, patient_id) REFERENCES records.family_member (id, patient_id),
  CONSTRAINT family_condition_void_complete CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL))
);
CREATE INDEX family_condition_by_member ON records.family_condition (family_member_id, created_at, id);

GRANT SELECT, INSERT, UPDATE ON records.visit, records.condition, records.family_member, records.family_condition TO chiron_app;
GRANT SELECT, INSERT ON records.visit_addendum TO chiron_app;
GRANT SELECT ON records.visit, records.family_member TO chiron_policy;
