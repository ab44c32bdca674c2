package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.RequestQuery;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.Sections;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Requests and grants as they are shown. Row-level security leaves out what the actor does not reach. */
@ApplicationScoped
class AccessViews {
    private static final String REQUEST = """
            SELECT r.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                   q.full_name AS requested_by_name, f.name AS from_clinic_name,
                   k.masked_target, k.delivery, k.expires_at AS code_expires_at, g.id AS grant_id,
                   CASE WHEN t.window_start > ? THEN t.tries ELSE 0 END AS tries
              FROM access.access_request r
              JOIN access.clinic c ON c.id = r.clinic_id
              JOIN access.account q ON q.id = r.requested_by
              LEFT JOIN access.clinic f ON f.id = r.from_clinic_id
              LEFT JOIN access.account d ON d.id = r.doctor_id
              LEFT JOIN records.patient p ON p.id = r.patient_id
              LEFT JOIN access.access_grant g ON g.request_id = r.id
              LEFT JOIN access.code_tries t ON t.patient_id = r.patient_id AND t.clinic_id = r.clinic_id
              LEFT JOIN LATERAL (SELECT * FROM access.one_time_code o WHERE o.request_id = r.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1) k ON true
            """;

    private static final String AS_FILTERED = """
             AND (?::text IS NULL OR ? = CASE WHEN r.status = 'PENDING' AND r.expires_at <= statement_timestamp() THEN 'EXPIRED' ELSE r.status END)
             AND (?::text IS NULL OR r.origin = ?)
            """;

    // Whom the owner keeps out waits for nothing any more; the owner still sees it.
    private static final String NOT_KEPT_OUT =
            " AND NOT (r.status = 'PENDING' AND policy.blocked(r.patient_id, r.clinic_id, false))";

    private static final String NEWEST_REQUESTS = " ORDER BY r.created_at DESC, r.id DESC LIMIT ? OFFSET ?";

    private static final String GRANT = """
            SELECT g.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                   q.full_name AS requested_by_name, o.full_name AS opened_by_name, e.full_name AS ended_by_name, v.outcome, v.note
              FROM access.access_grant g
              JOIN access.clinic c ON c.id = g.clinic_id
              LEFT JOIN access.account d ON d.id = g.doctor_id
              LEFT JOIN records.patient p ON p.id = g.patient_id
              LEFT JOIN access.access_request r ON r.id = g.request_id
              LEFT JOIN access.account q ON q.id = r.requested_by
              LEFT JOIN access.account o ON o.id = g.opened_by
              LEFT JOIN access.account e ON e.id = g.ended_by
              LEFT JOIN access.emergency_review v ON v.grant_id = g.id
            """;

    private static final String STATUS =
            "CASE WHEN g.ended_at IS NOT NULL THEN 'REVOKED' WHEN g.expires_at > statement_timestamp() THEN 'ACTIVE' ELSE 'EXPIRED' END";

    private static final String GRANTS =
            " WHERE (?::uuid IS NULL OR g.patient_id = ?) AND (?::uuid IS NULL OR g.clinic_id = ?) AND (?::text IS NULL OR ? = "
                    + STATUS + ") AND (?::text IS NULL OR g.basis = ?) AND (?::uuid IS NULL OR g.doctor_id = ?)";

    private static final String ACTIVE_FIRST =
            " ORDER BY (g.ended_at IS NULL AND g.expires_at > statement_timestamp()) DESC, g.granted_at DESC, g.id DESC LIMIT ? OFFSET ?";

    // The patient's name is not within reach when an emergency is over: who has to judge it is told by a function of
    // its own.
    private static final String EMERGENCY = """
            SELECT g.*, c.name AS clinic_name, d.full_name AS doctor_name, policy.name_in_emergency(g.id) AS patient_name,
                   NULL AS requested_by_name, d.full_name AS opened_by_name, e.full_name AS ended_by_name, v.outcome, v.note
              FROM access.access_grant g
              JOIN access.clinic c ON c.id = g.clinic_id
              JOIN access.account d ON d.id = g.doctor_id
              LEFT JOIN access.account e ON e.id = g.ended_by
              LEFT JOIN access.emergency_review v ON v.grant_id = g.id
             WHERE g.basis = 'EMERGENCY'
            """;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    AccessRequestView request(RequestId request) {
        return sql.first(REQUEST + " WHERE r.id = ?", this::request, windowStart(), request)
                .orElseThrow(Refusal::notFound);
    }

    Page<AccessRequestView> requestsOf(ClinicId clinic, RequestQuery query, PageRequest page) {
        List<AccessRequestView> items = sql.list(
                REQUEST + " WHERE r.clinic_id = ?" + AS_FILTERED + NOT_KEPT_OUT + NEWEST_REQUESTS,
                this::request,
                windowStart(),
                clinic,
                query.status(),
                query.status(),
                query.origin(),
                query.origin(),
                page.limit(),
                page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.access_request r WHERE r.clinic_id = ?" + AS_FILTERED + NOT_KEPT_OUT,
                clinic,
                query.status(),
                query.status(),
                query.origin(),
                query.origin());
        return new Page<>(items, total, page.offset(), page.limit());
    }

    Page<AccessRequestView> requestsAbout(PatientId patient, RequestQuery query, PageRequest page) {
        List<AccessRequestView> items = sql.list(
                REQUEST + " WHERE r.patient_id = ?" + AS_FILTERED + NEWEST_REQUESTS,
                this::request,
                windowStart(),
                patient,
                query.status(),
                query.status(),
                query.origin(),
                query.origin(),
                page.limit(),
                page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.access_request r WHERE r.patient_id = ?" + AS_FILTERED,
                patient,
                query.status(),
                query.status(),
                query.origin(),
                query.origin());
        return new Page<>(items, total, page.offset(), page.limit());
    }

    Page<AccessRequestView> referredBy(AccountId doctor, ClinicId from, PageRequest page) {
        List<AccessRequestView> items = sql.list(
                REQUEST + " WHERE r.from_clinic_id = ? AND r.requested_by = ?" + NEWEST_REQUESTS,
                this::request,
                windowStart(),
                from,
                doctor,
                page.limit(),
                page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.access_request r WHERE r.from_clinic_id = ? AND r.requested_by = ?",
                from,
                doctor);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    GrantView grant(GrantId grant) {
        return sql.first(GRANT + " WHERE g.id = ?", this::grant, grant).orElseThrow(Refusal::notFound);
    }

    Page<GrantView> grantsOf(PatientId patient, GrantQuery query, PageRequest page) {
        return grants(patient, null, query, page);
    }

    Page<GrantView> grantsOf(ClinicId clinic, GrantQuery query, PageRequest page) {
        return grants(null, clinic, query, page);
    }

    private Page<GrantView> grants(PatientId patient, ClinicId clinic, GrantQuery query, PageRequest page) {
        Object[] filter = {
            patient,
            patient,
            clinic,
            clinic,
            query.status(),
            query.status(),
            query.basis(),
            query.basis(),
            query.doctorId(),
            query.doctorId()
        };
        Object[] paged = Arrays.copyOf(filter, filter.length + 2);
        paged[filter.length] = page.limit();
        paged[filter.length + 1] = page.offset();
        List<GrantView> items = sql.list(GRANT + GRANTS + ACTIVE_FIRST, this::grant, paged);
        return new Page<>(
                items,
                sql.count("SELECT count(*) FROM access.access_grant g" + GRANTS, filter),
                page.offset(),
                page.limit());
    }

    GrantView emergency(GrantId grant) {
        return sql.first(EMERGENCY + " AND g.id = ?", this::grant, grant).orElseThrow(Refusal::notFound);
    }

    Page<GrantView> emergenciesOf(ClinicId clinic, Boolean waiting, PageRequest page) {
        List<GrantView> items =
                sql.list(EMERGENCY + """
                         AND g.clinic_id = ? AND (?::boolean IS NULL OR (v.grant_id IS NULL) = ?)
                         ORDER BY (v.grant_id IS NULL) DESC, g.granted_at DESC, g.id DESC LIMIT ? OFFSET ?""", this::grant, clinic, waiting, waiting, page.limit(), page.offset());
        long total = sql.count("""
                SELECT count(*) FROM access.access_grant g LEFT JOIN access.emergency_review v ON v.grant_id = g.id
                 WHERE g.basis = 'EMERGENCY' AND g.clinic_id = ? AND (?::boolean IS NULL OR (v.grant_id IS NULL) = ?)""", clinic, waiting, waiting);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    /** Whether the owner keeps the actor or the clinic of a request out. */
    boolean keptOut(AccessRequestView request) {
        return sql.first(
                        "SELECT policy.blocked(?, ?, false) AS blocked",
                        row -> row.yes("blocked"),
                        request.patientId(),
                        request.clinicId())
                .orElse(true);
    }

    private Instant windowStart() {
        return clock.instant().minus(Codes.WINDOW);
    }

    private AccessRequestView request(Sql.Row row) throws SQLException {
        Instant expires = row.instant("expires_at");
        AccessRequestView.Status status = row.word(AccessRequestView.Status.class, "status");
        if (status == AccessRequestView.Status.PENDING && !expires.isAfter(clock.instant())) {
            status = AccessRequestView.Status.EXPIRED;
        }
        UUID doctor = row.id("doctor_id");
        UUID grant = row.id("grant_id");
        return new AccessRequestView(
                new RequestId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("patient_name"),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                doctor == null ? null : new AccountId(doctor),
                row.text("doctor_name"),
                row.text("purpose"),
                Sections.read(row.text("sections")),
                row.integer("grant_hours"),
                status,
                row.instant("created_at"),
                expires,
                row.text("masked_target"),
                row.word(AccessRequestView.Delivery.class, "delivery"),
                row.instant("code_expires_at"),
                AccessRequest.CODES - row.integer("codes_sent"),
                Codes.TRIES - (int) row.number("tries"),
                grant == null ? null : new GrantId(grant),
                row.word(AccessRequestView.Origin.class, "origin"),
                row.text("requested_by_name"),
                row.text("from_clinic_name"));
    }

    private GrantView grant(Sql.Row row) throws SQLException {
        Instant ended = row.instant("ended_at");
        Instant expires = row.instant("expires_at");
        UUID doctor = row.id("doctor_id");
        UUID consent = row.id("consent_id");
        GrantView.Status status = ended != null
                ? GrantView.Status.REVOKED
                : expires.isAfter(clock.instant()) ? GrantView.Status.ACTIVE : GrantView.Status.EXPIRED;
        return new GrantView(
                new GrantId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("patient_name"),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                doctor == null ? null : new AccountId(doctor),
                row.text("doctor_name"),
                row.text("purpose"),
                Sections.read(row.text("sections")),
                row.instant("granted_at"),
                expires,
                ended,
                status,
                row.word(GrantView.Basis.class, "basis"),
                row.text("requested_by_name"),
                row.text("opened_by_name"),
                row.word(GrantView.EndReason.class, "end_reason"),
                row.text("ended_by_name"),
                consent == null ? null : new ConsentId(consent),
                row.word(GrantView.Judgement.class, "outcome"),
                row.text("note"));
    }
}
