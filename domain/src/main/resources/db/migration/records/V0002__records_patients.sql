-- People and animals in one table (architecture section 3); kind decides which columns may be filled.
CREATE TABLE records.patient (
  id                   uuid PRIMARY KEY,
  kind                 text NOT NULL CHECK (kind IN ('HUMAN','ANIMAL')),
  given_name           text NOT NULL CHECK (length(given_name) BETWEEN 1 AND 100),
  family_name          text CHECK (length(family_name) BETWEEN 1 AND 100),
  birth_date           date CHECK (birth_date >= DATE '1850-01-01'),
  sex                  text NOT NULL CHECK (sex IN ('FEMALE','MALE','OTHER','UNKNOWN')),
  deceased_on          date,
  species              text CHECK (species IN ('DOG','CAT','HORSE','RABBIT','BIRD','REPTILE','RODENT','FERRET','CATTLE','SHEEP','GOAT','PIG','OTHER')),
  breed                text CHECK (length(breed) BETWEEN 1 AND 100),
  colour               text CHECK (length(colour) BETWEEN 1 AND 50),
  neutered             boolean,
  microchip            text CHECK (microchip ~ '^[0-9A-Z]{9,15}$'),
  address_line         text CHECK (length(address_line) BETWEEN 1 AND 200),
  city                 text CHECK (length(city) BETWEEN 1 AND 100),
  state                text CHECK (length(state) BETWEEN 1 AND 100),
  postal_code          text CHECK (length(postal_code) BETWEEN 1 AND 20),
  country              text CHECK (length(country) BETWEEN 1 AND 100),
  registered_clinic_id uuid NOT NULL REFERENCES access.clinic,
  registered_by        uuid NOT NULL REFERENCES access.account,
  registered_at        timestamptz NOT NULL,
  source_system        text CHECK (length(source_system) <= 200),
  source_id            text CHECK (length(source_id) <= 200),
  search_name          text NOT NULL GENERATED ALWAYS AS (lower(coalesce(family_name || ' ', '') || given_name)) STORED,
  version              bigint NOT NULL DEFAULT 1,
  CONSTRAINT patient_human_has_family_name CHECK (kind <> 'HUMAN' OR family_name IS NOT NULL),
  CONSTRAINT patient_human_has_no_animal_facts CHECK (kind <> 'HUMAN'
    OR (species IS NULL AND breed IS NULL AND colour IS NULL AND neutered IS NULL AND microchip IS NULL)),
  CONSTRAINT patient_animal_has_species CHECK (kind <> 'ANIMAL' OR species IS NOT NULL),
  CONSTRAINT patient_died_after_birth CHECK (deceased_on >= birth_date),
  CONSTRAINT patient_source_complete CHECK ((source_system IS NULL) = (source_id IS NULL)),
  CONSTRAINT patient_source_once UNIQUE (registered_clinic_id, source_system, source_id)
);
CREATE UNIQUE INDEX patient_microchip_once ON records.patient (microchip) WHERE microchip IS NOT NULL;
CREATE INDEX patient_by_name ON records.patient (search_name, id);
CREATE INDEX patient_name_parts ON records.patient USING gin (search_name gin_trgm_ops);
CREATE INDEX patient_by_clinic ON records.patient (registered_clinic_id, registered_at DESC);

CREATE TABLE records.patient_identifier (
  id         uuid PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES records.patient,
  system     text NOT NULL CHECK (length(system) BETWEEN 1 AND 200),
  value      text NOT NULL CHECK (length(value) BETWEEN 1 AND 100),
  CONSTRAINT patient_identifier_once UNIQUE (patient_id, system, value)
);
CREATE INDEX patient_identifier_by_value ON records.patient_identifier (value);

GRANT SELECT, INSERT, UPDATE ON records.patient, records.patient_identifier TO chiron_app;
GRANT SELECT ON records.patient, records.patient_identifier TO chiron_policy;
