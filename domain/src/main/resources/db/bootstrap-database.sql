-- What only a superuser can do inside the database: extensions, schemas and who may use them.
-- Tables, functions and policies belong to the migrations.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO chiron_owner, chiron_app, chiron_policy;
REVOKE TEMPORARY ON DATABASE chiron FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS access AUTHORIZATION chiron_owner;
CREATE SCHEMA IF NOT EXISTS records AUTHORIZATION chiron_owner;
CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION chiron_owner;
CREATE SCHEMA IF NOT EXISTS interop AUTHORIZATION chiron_owner;
CREATE SCHEMA IF NOT EXISTS ops AUTHORIZATION chiron_owner;
CREATE SCHEMA IF NOT EXISTS policy AUTHORIZATION chiron_policy;
GRANT USAGE ON SCHEMA access, records, audit, interop, ops, policy TO chiron_app;
GRANT USAGE ON SCHEMA access, records, audit, interop TO chiron_policy;
GRANT USAGE ON SCHEMA audit TO chiron_retention;
