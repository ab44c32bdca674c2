package health.chiron.acceptance.access;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A valid call of every operation, about what the {@link Cast} has in each state; afterwards everything is as it was. */
final class Errands {
    /**
     * A call, ready to be sent.
     *
     * @param path with its query
     * @param body null for none
     */
    record Call(String method, String path, Object body, Map<String, String> headers) {
        Answer by(Api who) {
            return who.send(method, path, body, headers);
        }

        /** The same about ids that nobody has. */
        Call aboutNothing() {
            return new Call(
                    method, ID.matcher(path).replaceAll(any -> UUID.randomUUID().toString()), body, headers);
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Cast cast;
    private final Entries entries;

    Errands(Cast cast) {
        this.cast = cast;
        this.entries = new Entries(cast);
    }

    /** The operation's valid call. */
    Call of(String operation, String state) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(operation.indexOf(' ') + 1);
        String record = record(path, state);
        String concrete = path.contains("{client_id}")
                ? path.replace("{client_id}", entries.program(operation))
                        .replace("{credential_id}", path.contains("{credential_id}") ? entries.credential() : "")
                        .replace("{session_id}", path.contains("{session_id}") ? entries.programSession() : "")
                : path;
        if (operation.equals("PUT /families/{family_id}/patients/{patient_id}")) {
            concrete = path.replace("{family_id}", cast.sharing.emptyFamily);
        }
        String filled = filled(concrete, state).replace("{account_id}", accountOf(operation));
        if (operation.equals("GET /accounts") || operation.equals("GET /clients")) {
            filled += "?clinic_id=" + cast.here.clinic;
        }
        if (path.equals("/imports")) {
            return new Call(
                    method,
                    filled + "?file_name=a.json",
                    bundle("Abbott774"),
                    Map.of("Content-Type", "application/fhir+json"));
        }
        return new Call(
                method, filled + query(path, state), body(operation, state), versions(operation, state, record));
    }

    /** A path or an address with the ids of what the cast has in this state. */
    String filled(String path, String state) {
        String filled = path.replace("{patient_id}", cast.patient(state).id())
                .replace("{pet_id}", cast.patient(state).id())
                .replace("{patient_name}", cast.name(state))
                .replace("{clinic_id}", cast.here.clinic)
                .replace("{other_clinic_id}", cast.other.clinic)
                .replace("{grant_id}", state.equals("emergency") ? cast.emergency : cast.grant)
                .replace("{text_id}", cast.text)
                .replace("{consent_id}", cast.consent)
                .replace("{block_id}", cast.block)
                .replace("{request_id}", cast.request)
                .replace("{share_id}", path.startsWith("/family") ? cast.sharing.relativesShare : cast.sharing.share)
                .replace("{relatives_share_id}", cast.sharing.relativesShare)
                .replace("{family_id}", cast.sharing.family)
                .replace("{empty_family_id}", cast.sharing.emptyFamily)
                .replace("{member_id}", cast.sharing.relative)
                .replace("{condition_id}", cast.sharing.illness)
                .replace("{session_id}", "00000000-0000-7000-8000-00000000dead")
                .replace("{link_id}", "00000000-0000-7000-8000-00000000dead")
                .replace("{example_id}", "00000000-0000-7000-8000-000000000000")
                .replace("{doctor_id}", cast.here.doctorId)
                .replace("{colleague_id}", cast.here.otherDoctorId)
                .replace("{kept_id}", cast.kept)
                .replace("{left_id}", cast.left())
                .replace("{microchip}", cast.microchip)
                .replace(
                        "{soon}",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plusHours(5)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString())
                .replace("{next}", Scene.next());
        // What is made when it is first needed.
        if (filled.contains("{invitation_id}")) {
            filled = filled.replace(
                    "{invitation_id}",
                    path.startsWith("/invitations") ? cast.sharing.invitation : entries.invitation());
        }
        if (filled.contains("{client_id}")) {
            filled = filled.replace("{client_id}", entries.programThatIs(state));
        }
        if (filled.contains("{record_id}")) {
            filled = filled.replace("{record_id}", record(path, state));
        }
        if (filled.contains("{practitioner_id}")) {
            filled = filled.replace("{practitioner_id}", entries.practitioner());
        }
        if (filled.contains("{duplicate_id}")) {
            filled = filled.replace("{duplicate_id}", entries.duplicate());
        }
        return filled.contains("{pharmacy_id}") ? filled.replace("{pharmacy_id}", entries.pharmacy()) : filled;
    }

    private String query(String path, String state) {
        return switch (path) {
            case "/access/explain" ->
                "?action=read&category=visits&patient_id=" + cast.patient(state).id();
            // Nothing but a head: a longer one comes in several parts, each with a row of its own.
            case "/audit/export", "/clinics/{clinic_id}/audit/export" -> "?from=2020-01-01&until=2020-01-01";
            case "/activity/people" -> "?search=nobody-of-this-name";
            case "/audit/disclosures" -> "?patient_id=" + cast.patient(state).id();
            case "/audit/oversight", "/clinics/{clinic_id}/audit/oversight" -> "?from=2026-11-01&until=2026-11-30";
            default -> "";
        };
    }

    private String accountOf(String operation) {
        if (operation.contains(" /clinics/")) {
            return operation.endsWith("/resume") ? cast.left() : cast.here.otherDoctorId;
        }
        return cast.kept;
    }

    private String record(String path, String state) {
        if (!path.contains("{record_id}")) {
            return "";
        }
        return switch (state) {
            case "signed" -> cast.signed;
            case "former" -> cast.formerSigned;
            default -> cast.draft();
        };
    }

    private Map<String, String> versions(String operation, String state, String record) {
        return switch (operation) {
            case "PUT /patients/{patient_id}" ->
                version("records.patient", cast.patient(state).id());
            case "PUT /clinics/{clinic_id}", "POST /clinics/{clinic_id}/verification" ->
                version("access.clinic", cast.here.clinic);
            case "PUT /clinics/{clinic_id}/people/{account_id}" -> version("access.clinic_member", entries.member());
            case "PUT /doctors/{doctor_id}", "POST /doctors/{doctor_id}/verification" ->
                version("access.practitioner", entries.profile());
            case "PUT /practitioners/{practitioner_id}" -> version("access.practitioner", entries.practitioner());
            case "POST /clients/{client_id}/approve",
                    "POST /clients/{client_id}/refuse",
                    "POST /clients/{client_id}/suspend",
                    "POST /clients/{client_id}/resume",
                    "POST /clients/{client_id}/revoke" -> version("access.api_client", entries.program(operation));
            case "PUT /pharmacies/{pharmacy_id}" -> version("access.pharmacy", entries.pharmacy());
            case "PUT /families/{family_id}" -> version("access.family", cast.sharing.family);
            case "PUT /family-history-shares/{share_id}" ->
                version("access.family_history_share", cast.sharing.relativesShare);
            case "PUT /shares/{share_id}" -> version("access.patient_share", cast.sharing.share);
            case "PUT /family-members/{member_id}", "POST /family-members/{member_id}/void" ->
                version("records.family_member", cast.sharing.relative);
            case "PUT /family-members/{member_id}/conditions/{condition_id}",
                    "POST /family-members/{member_id}/conditions/{condition_id}/void" ->
                version("records.family_condition", cast.sharing.illness);
            case "PUT /medical-records/{record_id}", "POST /medical-records/{record_id}/sign" ->
                version("records.visit", record);
            default -> Map.of();
        };
    }

    private static Map<String, String> version(String table, String id) {
        return Map.of(
                "If-Match", '"' + Rows.text("SELECT version::text FROM " + table + " WHERE id = ?::uuid", id) + '"');
    }

    private Object body(String operation, String state) {
        return switch (operation) {
            case "POST /patients" -> registration(state);
            case "PUT /patients/{patient_id}" ->
                facts(cast.name(state), state.equals("treated") ? cast.microchip : null);
            case "POST /patients/{patient_id}/invitations" -> offer(true);
            case "POST /patients/{patient_id}/owners/transfer", "POST /family-members/{member_id}/invitations" ->
                offer(false);
            case "POST /invitations/bulk" ->
                Map.of("patient_ids", List.of(cast.patient(state).id()), "offer", offer(true));
            case "POST /invitations/{invitation_id}/accept", "POST /invitations/{invitation_id}/reject" ->
                Map.of("note", "Gladly");
            case "POST /patients/{patient_id}/shares/preview" -> Map.of("permission_level", "view");
            case "POST /families", "PUT /families/{family_id}" -> Map.of("name", "The " + Scene.next());
            case "POST /families/{family_id}/invitations" -> offer(false);
            case "PUT /families/{family_id}/patients/{patient_id}" ->
                Map.of("relationship_to_family", "pet", "label", "Our dog");
            case "PUT /patients/{patient_id}/owners/self" -> Map.of("is_self_record", false);
            case "PUT /shares/{share_id}", "PUT /family-history-shares/{share_id}" ->
                Map.of("expires_at", "2031-01-01T00:00:00Z");
            case "POST /patients/{patient_id}/family-members", "PUT /family-members/{member_id}" ->
                Map.of("name", "Ada", "relationship", "aunt");
            case "POST /family-members/{member_id}/conditions",
                    "PUT /family-members/{member_id}/conditions/{condition_id}" -> Map.of("condition_name", "Gout");
            case "POST /family-members/{member_id}/void",
                    "POST /family-members/{member_id}/conditions/{condition_id}/void" ->
                Map.of("reason", "Entered by mistake");
            case "POST /patients/lookup" -> Map.of("microchip", cast.microchip);
            case "POST /patients/{patient_id}/records",
                    "POST /pets/{pet_id}/medical-records",
                    "PUT /medical-records/{record_id}" ->
                Map.of(
                        "visit_type", "routine_checkup",
                        "visit_date", "2026-11-20T10:00:00Z",
                        "chief_complaint", "Limps since Monday");
            case "POST /medical-records/{record_id}/addenda" -> Map.of("text", "The culture came back negative.");
            case "POST /patients/{patient_id}/owner/verify",
                    "POST /patients/{patient_id}/access/grant",
                    "POST /pets/{pet_id}/access/grant",
                    "POST /access-requests/{request_id}/redeem" -> Map.of("code", "000000");
            case "POST /patients/{patient_id}/access/request", "POST /pets/{pet_id}/access/request" ->
                Map.of("purpose", "Check of the hip");
            case "POST /patients/{patient_id}/access/revoke", "POST /pets/{pet_id}/access/revoke" ->
                Map.of("grant_id", cast.grant);
            case "POST /access/examples" ->
                Map.of(
                        "patient_id",
                        cast.patient(state).id(),
                        "account_id",
                        cast.here.doctorId,
                        "action",
                        "read",
                        "category",
                        "visits",
                        "permitted",
                        true,
                        "note",
                        "The doctor under an open access");
            case "POST /patients/{patient_id}/access/offer",
                    "POST /pets/{pet_id}/access/offer",
                    "POST /patients/{patient_id}/access/refer",
                    "POST /pets/{pet_id}/access/refer" ->
                Map.of("clinic_id", cast.other.clinic, "purpose", "A second opinion");
            case "POST /patients/{patient_id}/access/emergency", "POST /pets/{pet_id}/access/emergency" ->
                Map.of("reason", "Brought in unconscious by a neighbour");
            case "POST /patients/emergency-lookup" -> Map.of("name", cast.name(state), "birth_date", "2020-01-02");
            case "POST /access-requests/{request_id}/offered-code" -> Map.of("by_letter", false);
            case "POST /grants/{grant_id}/shorten" ->
                Map.of(
                        "expires_at",
                        Rows.text(
                                "SELECT to_char((expires_at - interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM access.access_grant WHERE id = ?::uuid",
                                cast.grant));
            case "POST /grants/{grant_id}/extend" -> Map.of("grant_hours", 48);
            case "POST /grants/{grant_id}/review" -> Map.of("outcome", "justified", "note", "It was one.");
            case "POST /clinics/{clinic_id}/consent-texts" ->
                Map.of("scope", "treatment", "language", "en", "title", "Treatment", "body", "I agree to more.");
            case "POST /patients/{patient_id}/consents", "POST /pets/{pet_id}/consents" -> signature();
            case "POST /patients/{patient_id}/consents/witnessed", "POST /pets/{pet_id}/consents/witnessed" ->
                Map.of("consent", signature());
            case "POST /patients/{patient_id}/blocks", "POST /pets/{pet_id}/blocks" ->
                Map.of("account_id", cast.here.otherDoctorId, "even_in_emergency", true);
            case "POST /clients" ->
                Map.of(
                        "clinic_id",
                        cast.here.clinic,
                        "name",
                        "Bridge " + Scene.next(),
                        "contact",
                        "operations@example.org",
                        "purpose",
                        "Brings results to the laboratory",
                        "scopes",
                        "system/Patient.rs");
            case "POST /clients/{client_id}/approve" -> Map.of("scopes", "system/Patient.r");
            case "POST /clients/{client_id}/refuse",
                    "POST /clients/{client_id}/suspend",
                    "POST /clients/{client_id}/revoke" -> Map.of("reason", "The contract has ended");
            case "POST /clients/{client_id}/credentials" -> Map.of("kind", "secret", "label", "Server");
            case "POST /clinics" -> clinic("New");
            case "PUT /clinics/{clinic_id}" -> clinic("Here");
            case "PUT /clinics/{clinic_id}/people/{account_id}" ->
                Map.of(
                        "employment_type",
                        "full_time",
                        "rights",
                        List.of("request_access", "register_patients", "emergency", "write_records"));
            case "POST /clinics/{clinic_id}/invitations" -> Map.of("addressed_to", "nobody-" + Scene.next());
            case "PUT /doctors/{doctor_id}" -> Map.of("license_number", "L-" + Scene.next());
            case "POST /practitioners", "PUT /practitioners/{practitioner_id}" ->
                Map.of("name", "Ada Quill", "specialty", "Cardiology", "practice", "Heart Practice");
            case "POST /practitioners/{practitioner_id}/merge" -> Map.of("duplicate_id", entries.duplicate());
            case "POST /pharmacies", "PUT /pharmacies/{pharmacy_id}" -> Map.of("name", "Riverside");
            case "POST /accounts/{account_id}/deactivate" -> Map.of("reason", "Has left the clinic");
            case "PUT /accounts/second-factor-policy" -> Map.of("kinds", List.of());
            case "PUT /patients/{patient_id}/owner" ->
                Map.of("full_name", "The right one", "email", "right-" + Scene.next() + "@example.org");
            case "PUT /accounts/{account_id}" ->
                Map.of("full_name", Rows.text("SELECT full_name FROM access.account WHERE id = ?::uuid", cast.kept));
            case "PUT /auth/me/name" -> Map.of("full_name", "Somebody by another name");
            case "POST /auth/me/contacts" ->
                Map.of("email", "new-" + Scene.next() + "@example.org", "password", "not-the-present-one");
            case "POST /auth/me/contacts/confirm" -> Map.of("code", "000000");
            case "POST /auth/me/contacts/remove" -> Map.of("contact", "email", "password", "not-the-present-one");
            case "POST /auth/me/password" ->
                Map.of("old_password", "not-the-present-one", "new_password", "another-Long-word-7");
            case "POST /auth/me/second-factor" -> Map.of("password", "not-the-present-one");
            case "POST /auth/me/second-factor/confirm" -> Map.of("code", "000000");
            case "POST /auth/me/second-factor/disable", "POST /auth/me/second-factor/recovery-codes" ->
                Map.of("password", "not-the-present-one", "code", "000000");
            case "PUT /auth/me/active-patient" ->
                Map.of("patient_id", cast.patient(state).id());
            case "POST /auth/password/forgotten" -> Map.of("username", "nobody-" + Scene.next());
            case "POST /auth/password/reset" -> Map.of("token", "unknown-" + Scene.next(), "password", Scene.PASSWORD);
            case "POST /auth/password/change" ->
                Map.of(
                        "username",
                        cast.here.username("kept"),
                        "password",
                        Scene.PASSWORD,
                        "new_password",
                        Scene.PASSWORD);
            case "POST /accounts" -> person("staff");
            case "POST /doctors" -> person(null);
            case "PUT /auth/me/sso/preference" -> Map.of("sso_linking_preference", "always_ask");
            case "POST /auth/me/sso/{link_id}/unlink" -> Map.of("password", "not-the-present-one");
            case "PUT /auth/me/preferences" -> Map.of("language", "en", "theme", "auto", "time_zone", "UTC");
            case "POST /auth/token" -> Map.of("username", cast.here.username("desk"), "password", Scene.PASSWORD);
            case "POST /auth/refresh", "POST /auth/revoke" -> Map.of("refresh_token", "unknown-" + Scene.next());
            case "POST /auth/activate" -> Map.of("token", "unknown-" + Scene.next(), "password", Scene.PASSWORD);
            default -> null;
        };
    }

    private static Map<String, Object> offer(boolean ofShare) {
        Map<String, Object> offer =
                new HashMap<>(Map.of("email", "friend-" + Scene.next() + "@example.org", "title", "Look after her"));
        if (ofShare) {
            offer.put("permission_level", "view");
        }
        return offer;
    }

    private Map<String, Object> signature() {
        return Map.of("text_id", cast.text, "text_sha256", cast.textHash, "signed_name", "Somebody");
    }

    private Map<String, Object> registration(String state) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "patient", facts("Stray", null),
                "owner", Map.of("full_name", "Somebody", "email", "somebody-" + Scene.next() + "@example.org")));
        if (state.equals("clinic")) {
            body.put("clinic_id", cast.here.clinic);
        }
        return body;
    }

    private static Map<String, Object> facts(String name, String microchip) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "kind", "animal", "given_name", name, "sex", "male", "species", "dog", "birth_date", "2020-01-02"));
        if (microchip != null) {
            facts.put("microchip", microchip);
        }
        return facts;
    }

    private static Map<String, Object> clinic(String name) {
        return Map.of(
                "clinic_name",
                "Clinic " + name,
                "license_number",
                "C-" + Scene.next(),
                "time_zone",
                "Europe/Berlin",
                "grant_hours",
                24);
    }

    private Map<String, Object> person(String kind) {
        String number = Scene.next();
        Map<String, Object> person = new HashMap<>(Map.of(
                "clinic_id",
                cast.here.clinic,
                "username",
                "new-" + number,
                "full_name",
                "Somebody new",
                "password",
                Scene.PASSWORD));
        if (kind == null) {
            person.put("license_number", "L-" + number);
        } else {
            person.put("kind", kind);
        }
        return person;
    }

    /** A FHIR bundle with a person and a condition whose every text is this one. */
    static String bundle(String text) {
        String id = Scene.next();
        String phone = "+1555" + String.format("%07d", Math.abs(id.hashCode()) % 10_000_000);
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "urn:uuid:%1$s", "resource": {"resourceType": "Patient", "id": "%1$s",
                  "identifier": [{"system": "https://records.example.org", "value": "%3$s"}],
                  "name": [{"use": "official", "family": "%3$s", "given": ["%3$s"]}], "gender": "female",
                  "birthDate": "1980-02-29", "telecom": [{"system": "phone", "value": "%2$s"}]}},
                 {"resource": {"resourceType": "Condition", "id": "c%1$s", "subject": {"reference": "urn:uuid:%1$s"},
                  "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "38341003"}], "text": "%3$s"}}}]}""".formatted(id, phone, text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Undoes what a call did to what the next one needs: grants are open again, requests wait again, tries are forgotten. */
    void setBack() {
        entries.setBack();
        cast.setKeptBack();
        cast.sharing.setBack();
        List<String> patients =
                List.of(cast.patient("treated").id(), cast.patient("asked").id());
        Rows.change(
                "UPDATE access.access_grant SET ended_at = NULL, ended_by = NULL, end_reason = NULL WHERE id = ?::uuid AND ended_at IS NOT NULL",
                cast.grant);
        setBackOwnersSide();
        Rows.change(
                "UPDATE access.access_request SET status = 'PENDING', codes_sent = 1, last_code_at = created_at WHERE id = ?::uuid AND (status <> 'PENDING' OR codes_sent > 1)",
                cast.request);
        for (String patient : patients) {
            Rows.change("UPDATE access.code_tries SET tries = 0 WHERE patient_id = ?::uuid AND tries > 0", patient);
            Rows.change(
                    "DELETE FROM access.one_time_code WHERE patient_id = ?::uuid AND request_id IN (SELECT id FROM access.access_request WHERE status = 'PENDING' AND id <> ?::uuid)",
                    patient,
                    cast.request);
            Rows.change(
                    "DELETE FROM access.access_request WHERE patient_id = ?::uuid AND status = 'PENDING' AND id <> ?::uuid",
                    patient,
                    cast.request);
        }
    }

    private void setBackOwnersSide() {
        Rows.change("DELETE FROM access.access_grant WHERE request_id = ?::uuid", cast.request);
        Rows.change("DELETE FROM access.emergency_review WHERE grant_id = ?::uuid", cast.emergency);
        Rows.change(
                "DELETE FROM access.access_grant WHERE basis = 'EMERGENCY' AND patient_id = ?::uuid AND id <> ?::uuid",
                cast.patient("treated").id(),
                cast.emergency);
        Rows.change(
                "DELETE FROM access.access_block WHERE patient_id = ?::uuid AND id <> ?::uuid",
                cast.patient("treated").id(),
                cast.block);
        Rows.change(
                "UPDATE access.access_block SET until = NULL, lifted_by = NULL WHERE id = ?::uuid AND until IS NOT NULL",
                cast.block);
        Rows.change(
                "DELETE FROM access.consent WHERE clinic_id = ?::uuid AND id <> ?::uuid",
                cast.here.clinic,
                cast.consent);
        Rows.change(
                "UPDATE access.consent SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = ?::uuid AND withdrawn_at IS NOT NULL",
                cast.consent);
        Rows.change(
                "DELETE FROM access.consent_text WHERE clinic_id = ?::uuid AND id <> ?::uuid",
                cast.here.clinic,
                cast.text);
        Rows.change(
                "UPDATE access.consent_text SET retired_at = NULL WHERE id = ?::uuid AND retired_at IS NOT NULL",
                cast.text);
    }
}
