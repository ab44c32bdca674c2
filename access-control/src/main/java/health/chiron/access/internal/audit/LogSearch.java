package health.chiron.access.internal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.ActivityEntry;
import health.chiron.access.api.ActivityQuery;
import health.chiron.access.api.AuditMark;
import health.chiron.access.api.AuditPage;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.Category;
import health.chiron.access.api.LoggedPeopleQuery;
import health.chiron.access.api.LoggedPerson;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Searches the log in SQL. One statement serves every filter: what is not asked for is a constant that the planner folds away,
 * because each of these statements is planned for its own values.
 */
@ApplicationScoped
class LogSearch {
    private static final String COLUMNS = """
            SELECT e.id, e.occurred_at, e.account_id, e.account_kind, e.channel, e.patient_id, e.relationship, e.rule, e.grant_id, e.purpose,
                   e.action, e.category, e.operation, e.record_id, e.outcome, e.reason, e.request_id, e.address,
                   a.full_name, c.name AS clinic_name
              FROM audit.event e
              LEFT JOIN access.account a ON a.id = e.account_id LEFT JOIN access.clinic c ON c.id = e.clinic_id
            """;

    private static final String FILTER = """
             WHERE (?::uuid IS NULL OR e.patient_id = ?) AND (?::uuid IS NULL OR e.account_id = ?)
               AND (?::uuid IS NULL OR e.clinic_id = ?) AND (?::uuid IS NULL OR e.grant_id = ?)
               AND (?::text IS NULL OR e.action = ?) AND (?::text IS NULL OR e.category = ?)
               AND (?::text IS NULL OR e.outcome = ?) AND (?::boolean IS NULL OR e.outcome <> 'PERMITTED')
               AND (?::text IS NULL OR e.relationship = ?) AND (?::text IS NULL OR e.channel = ?)
               AND (?::text IS NULL OR e.request_id = ?) AND (?::text IS NULL OR e.address = ?)
               AND (?::timestamptz IS NULL OR e.occurred_at >= ?) AND (?::timestamptz IS NULL OR e.occurred_at < ?)
            """;

    private static final String SORTED = """
             CASE ?::text WHEN 'PERSON' THEN a.full_name WHEN 'CLINIC' THEN c.name WHEN 'PATIENT' THEN e.patient_id::text WHEN 'ACTION' THEN e.action
               WHEN 'CATEGORY' THEN e.category WHEN 'RELATIONSHIP' THEN e.relationship WHEN 'OUTCOME' THEN e.outcome
               WHEN 'CHANNEL' THEN e.channel WHEN 'ADDRESS' THEN e.address END\
            """;

    private static final String ACTIVITY = """
             WHERE audit.is_activity(e.patient_id, e.category) AND e.action <> 'READ'
               AND (?::uuid IS NULL OR e.account_id = ?) AND (?::uuid IS NULL OR e.clinic_id = ?)
               AND (?::text IS NULL OR e.action = ?) AND (?::text IS NULL OR e.category = ?) AND (?::text IS NULL OR e.outcome = ?)
               AND (?::timestamptz IS NULL OR e.occurred_at >= ?) AND (?::timestamptz IS NULL OR e.occurred_at < ?)
            """;

    private static final String PEOPLE =
            " FROM access.account a WHERE a.kind <> 'SYSTEM' AND lower(a.full_name) || ' ' || a.username LIKE ?";

    @Inject
    private Sql sql;

    /** A part of the log, as far as row-level security lets the actor read it. */
    AuditPage page(AuditQuery query, PageRequest page, boolean withAddress) {
        mustBeBounded(query, withAddress);
        planEachForItself();
        Object[] filter = filter(query);
        long total = sql.count(
                "SELECT count(*) FROM (SELECT FROM audit.event e" + FILTER + " LIMIT ?) counted",
                with(filter, AuditPage.COUNTED + 1));
        AuditQuery.Sort sort = query.sort() == null ? AuditQuery.Sort.TIME : query.sort();
        String word = sort == AuditQuery.Sort.TIME ? null : sort.name();
        List<AccessEntry> entries = sql.list(
                COLUMNS + FILTER + " ORDER BY " + SORTED + " ASC NULLS LAST, " + SORTED + " DESC NULLS LAST,"
                        + " CASE WHEN ?::boolean THEN e.occurred_at END ASC, e.occurred_at DESC, e.id DESC LIMIT ? OFFSET ?",
                row -> entry(row, withAddress),
                with(
                        filter,
                        query.ascending() ? word : null,
                        query.ascending() ? null : word,
                        sort == AuditQuery.Sort.TIME && query.ascending() ? Boolean.TRUE : null,
                        page.limit(),
                        page.offset()));
        return new AuditPage(
                entries,
                Math.min(total, AuditPage.COUNTED),
                total > AuditPage.COUNTED,
                page.offset(),
                page.limit(),
                query.patientId() == null ? Set.of() : Set.of(query.patientId()));
    }

    /** The next entries of an export behind a mark, newest first. */
    List<AccessEntry> part(AuditQuery query, AuditMark after, boolean withAddress) {
        mustBeBounded(query, withAddress);
        planEachForItself();
        Object[] filter = filter(query);
        if (after == null
                && sql.count(
                                "SELECT count(*) FROM (SELECT FROM audit.event e" + FILTER + " LIMIT ?) counted",
                                with(filter, AuditTrail.MOST_EXPORTED + 1))
                        > AuditTrail.MOST_EXPORTED) {
            throw Refusal.invalid(
                    "from", "too_many", "One export holds at most 200,000 entries: choose a shorter span of time.");
        }
        return sql.list(
                COLUMNS + FILTER
                        + " AND (?::timestamptz IS NULL OR (e.occurred_at, e.id) < (?, ?)) ORDER BY e.occurred_at DESC, e.id DESC LIMIT ?",
                row -> entry(row, withAddress),
                with(
                        filter,
                        after == null ? null : after.occurredAt(),
                        after == null ? null : after.occurredAt(),
                        after == null ? null : after.id(),
                        AuditTrail.EXPORT_PART));
    }

    /** A part of the activity log. */
    Page<ActivityEntry> activity(ActivityQuery query, PageRequest page) {
        planEachForItself();
        Object[] filter = {
            query.accountId(), query.accountId(),
            query.clinicId(), query.clinicId(),
            query.action(), query.action(),
            query.category(), query.category(),
            query.outcome(), query.outcome(),
            query.from(), query.from(),
            query.until(), query.until()
        };
        List<ActivityEntry> entries = sql.list(
                COLUMNS + ACTIVITY + " ORDER BY e.occurred_at DESC, e.id DESC LIMIT ? OFFSET ?",
                LogSearch::activity,
                with(filter, page.limit(), page.offset()));
        long total = sql.count(
                "SELECT count(*) FROM (SELECT FROM audit.event e" + ACTIVITY + " LIMIT ?) counted",
                with(filter, AuditPage.COUNTED));
        return new Page<>(entries, total, page.offset(), page.limit());
    }

    /** Accounts by a part of their name. The system's own account acts for nobody in particular and is left out. */
    Page<LoggedPerson> people(LoggedPeopleQuery query, PageRequest page) {
        String words = Sql.containing(query.search());
        List<LoggedPerson> people = sql.list(
                "SELECT a.id, a.full_name, a.username, a.kind" + PEOPLE
                        + " ORDER BY a.full_name, a.id LIMIT ? OFFSET ?",
                row -> new LoggedPerson(
                        new AccountId(row.id("id")),
                        row.text("full_name"),
                        row.text("username"),
                        row.word(AccountKind.class, "kind")),
                words,
                page.limit(),
                page.offset());
        return new Page<>(people, sql.count("SELECT count(*)" + PEOPLE, words), page.offset(), page.limit());
    }

    // A plan made once for all values would have to read the whole log, for it cannot know which filters are there.
    private void planEachForItself() {
        sql.first("SELECT set_config('plan_cache_mode', 'force_custom_plan', true) AS mode", row -> row.text("mode"));
    }

    private static void mustBeBounded(AuditQuery query, boolean withAddress) {
        if (!withAddress && (query.address() != null || query.sort() == AuditQuery.Sort.ADDRESS)) {
            throw Refusal.invalid("address", "unknown", "Network addresses are not part of this log.");
        }
        if (query.from() != null && query.until() != null && query.from().isAfter(query.until())) {
            throw Refusal.invalid("until", "out_of_range", "The end must not be before the start.");
        }
        boolean byIndex = query.sort() == null
                || query.sort() == AuditQuery.Sort.TIME
                || query.patientId() != null
                || query.accountId() != null
                || query.grantId() != null
                || query.requestId() != null;
        if (!byIndex
                && (query.from() == null
                        || query.until() == null
                        || Duration.between(query.from(), query.until())
                                        .compareTo(Duration.ofDays(AuditTrail.DAYS_SORTED))
                                > 0)) {
            throw Refusal.invalid(
                    "from",
                    "span_needed",
                    "Sorted by anything but the time, a span of at most " + AuditTrail.DAYS_SORTED
                            + " days, a patient, a person, a grant or a request is needed.");
        }
    }

    private static Object[] filter(AuditQuery query) {
        // Said a second time, so that the few rows that were refused are found by the index over them.
        Boolean refused = query.outcome() != null && !query.outcome().equals("PERMITTED") ? Boolean.TRUE : null;
        return new Object[] {
            query.patientId(),
            query.patientId(),
            query.accountId(),
            query.accountId(),
            query.clinicId(),
            query.clinicId(),
            query.grantId(),
            query.grantId(),
            query.action(),
            query.action(),
            query.category(),
            query.category(),
            query.outcome(),
            query.outcome(),
            refused,
            query.relationship(),
            query.relationship(),
            query.channel(),
            query.channel(),
            query.requestId(),
            query.requestId(),
            query.address(),
            query.address(),
            query.from(),
            query.from(),
            query.until(),
            query.until()
        };
    }

    private static Object[] with(Object[] filter, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(filter));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    private static AccessEntry entry(Sql.Row row, boolean withAddress) throws SQLException {
        UUID patient = row.id("patient_id");
        UUID grant = row.id("grant_id");
        return new AccessEntry(
                row.id("id"),
                row.instant("occurred_at"),
                new AccountId(row.id("account_id")),
                row.text("full_name"),
                kind(row),
                row.text("clinic_name"),
                row.word(Channel.class, "channel"),
                patient == null ? null : new PatientId(patient),
                row.text("relationship"),
                row.text("rule"),
                grant == null ? null : new GrantId(grant),
                row.text("purpose"),
                row.word(Action.class, "action"),
                row.word(Category.class, "category"),
                row.text("operation"),
                row.id("record_id"),
                row.text("outcome"),
                row.text("reason"),
                row.text("request_id"),
                withAddress ? row.text("address") : null);
    }

    private static ActivityEntry activity(Sql.Row row) throws SQLException {
        return new ActivityEntry(
                row.id("id"),
                row.instant("occurred_at"),
                new AccountId(row.id("account_id")),
                row.text("full_name"),
                kind(row),
                row.text("clinic_name"),
                row.word(Channel.class, "channel"),
                row.word(Action.class, "action"),
                row.word(Category.class, "category"),
                row.text("operation"),
                row.id("record_id"),
                row.text("outcome"),
                row.text("reason"),
                row.text("request_id"),
                row.text("address"));
    }

    private static AccountKind kind(Sql.Row row) throws SQLException {
        String kind = row.text("account_kind");
        return "UNKNOWN".equals(kind) ? null : AccountKind.valueOf(kind);
    }
}
