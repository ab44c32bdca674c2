-- Profiles of clinics and doctors as others may rely on them: who vouched for a licence and when, when a clinic is open, what it
-- offers; and the directories that everybody shares (MediKeep's practitioners and pharmacies).

-- A licence is vouched for by whoever runs the installation. There was no way to do it before, so nobody is.
ALTER TABLE access.clinic
  ADD COLUMN verified_at timestamptz,
  ADD COLUMN verified_by uuid REFERENCES access.account,
  ADD COLUMN deactivated_at timestamptz,
  ADD COLUMN deactivated_by uuid REFERENCES access.account,
  -- Opening hours stand in a table of their own: changing them is a new version of the profile as well.
  ADD COLUMN updated_at timestamptz;
UPDATE access.clinic SET verified = false WHERE verified;
-- What a clinic offers is a list now: one line each. Until now people parted them by commas or lines.
UPDATE access.clinic SET services_offered = array_to_string(ARRAY(
    SELECT left(btrim(part), 100) FROM regexp_split_to_table(services_offered, '[,;\r\n]+') AS part WHERE btrim(part) <> '' LIMIT 30), E'\n')
  WHERE services_offered IS NOT NULL;
ALTER TABLE access.clinic
  DROP CONSTRAINT clinic_services_offered_check,
  ADD CONSTRAINT clinic_services_offered_length CHECK (length(services_offered) <= 3100),
  ADD CONSTRAINT clinic_verified_complete CHECK (verified = (verified_at IS NOT NULL) AND verified = (verified_by IS NOT NULL)),
  ADD CONSTRAINT clinic_deactivated_only_when_inactive CHECK (NOT active OR (deactivated_at IS NULL AND deactivated_by IS NULL));
CREATE INDEX clinic_name_parts ON access.clinic USING gin (lower(name) gin_trgm_ops);

-- When a clinic is open, in its own zone: several intervals a day, none over midnight, none over another (ADR 19). What was valid
-- once stays.
CREATE TABLE access.clinic_hours (
  id            uuid PRIMARY KEY,
  clinic_id     uuid NOT NULL REFERENCES access.clinic,
  weekday       text NOT NULL CHECK (weekday IN ('MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY')),
  opens_minute  integer NOT NULL CHECK (opens_minute BETWEEN 0 AND 1439),
  closes_minute integer NOT NULL CHECK (closes_minute BETWEEN 1 AND 1440),
  valid_from    timestamptz NOT NULL,
  valid_until   timestamptz,
  CONSTRAINT clinic_hours_close_after_opening CHECK (closes_minute > opens_minute),
  CONSTRAINT clinic_hours_apart EXCLUDE USING gist (clinic_id WITH =, weekday WITH =, int4range(opens_minute, closes_minute) WITH &&)
    WHERE (valid_until IS NULL)
);
CREATE INDEX clinic_hours_now ON access.clinic_hours (clinic_id) WHERE valid_until IS NULL;
GRANT SELECT, INSERT, UPDATE ON access.clinic_hours TO chiron_app;

-- Doctors' profiles and the directory of practitioners are one table: records name either.
ALTER TABLE access.practitioner
  ADD COLUMN practice text CHECK (length(practice) BETWEEN 1 AND 200),
  ADD COLUMN phone_number text CHECK (length(phone_number) <= 50),
  ADD COLUMN website text CHECK (website ~ '^https?://[^[:space:][:cntrl:]<>"]+$' AND length(website) <= 300),
  ADD COLUMN rating numeric(2,1) CHECK (rating BETWEEN 0 AND 5),
  ADD COLUMN verified_at timestamptz,
  ADD COLUMN verified_by uuid REFERENCES access.account,
  ADD COLUMN updated_at timestamptz,
  ADD COLUMN updated_by uuid REFERENCES access.account,
  -- Another entry that means the same person; this one stays for the records that name it, and leaves the lists.
  ADD COLUMN merged_into uuid REFERENCES access.practitioner;
UPDATE access.practitioner SET verified = false WHERE verified;
ALTER TABLE access.practitioner
  ADD CONSTRAINT practitioner_verified_complete CHECK (verified = (verified_at IS NOT NULL) AND verified = (verified_by IS NOT NULL)),
  ADD CONSTRAINT practitioner_verified_has_licence CHECK (NOT verified OR license_number IS NOT NULL),
  ADD CONSTRAINT practitioner_not_into_itself CHECK (merged_into <> id),
  ADD CONSTRAINT practitioner_account_is_kept CHECK (merged_into IS NULL OR account_id IS NULL);
CREATE INDEX practitioner_name_parts ON access.practitioner USING gin (lower(name) gin_trgm_ops);
CREATE INDEX practitioner_by_name ON access.practitioner (lower(name), id) WHERE merged_into IS NULL;
CREATE INDEX practitioner_merged ON access.practitioner (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE access.pharmacy (
  id                 uuid PRIMARY KEY,
  name               text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  brand              text CHECK (length(brand) <= 100),
  street_address     text CHECK (length(street_address) <= 200),
  city               text CHECK (length(city) <= 100),
  state              text CHECK (length(state) <= 100),
  zip_code           text CHECK (length(zip_code) <= 20),
  country            text CHECK (length(country) <= 100),
  store_number       text CHECK (length(store_number) <= 50),
  phone_number       text CHECK (length(phone_number) <= 50),
  fax_number         text CHECK (length(fax_number) <= 50),
  email              text CHECK (length(email) <= 254),
  website            text CHECK (website ~ '^https?://[^[:space:][:cntrl:]<>"]+$' AND length(website) <= 300),
  hours              text CHECK (length(hours) <= 500),
  drive_through      boolean NOT NULL DEFAULT false,
  twenty_four_hour   boolean NOT NULL DEFAULT false,
  specialty_services text CHECK (length(specialty_services) <= 500),
  active             boolean NOT NULL DEFAULT true,
  created_at         timestamptz NOT NULL,
  created_by         uuid NOT NULL REFERENCES access.account,
  updated_at         timestamptz NOT NULL,
  updated_by         uuid NOT NULL REFERENCES access.account,
  version            bigint NOT NULL DEFAULT 1
);
CREATE INDEX pharmacy_by_name ON access.pharmacy (lower(name), id);
CREATE INDEX pharmacy_name_parts ON access.pharmacy USING gin (lower(name) gin_trgm_ops);
CREATE INDEX pharmacy_by_city ON access.pharmacy (lower(city));
-- The same branch of the same chain stands there once.
CREATE UNIQUE INDEX pharmacy_store_once ON access.pharmacy (lower(brand), lower(store_number)) WHERE brand IS NOT NULL AND store_number IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON access.pharmacy TO chiron_app;
