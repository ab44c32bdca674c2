package health.chiron.access.internal.sharing;

import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.access.api.InvitationQuery;
import health.chiron.access.api.InvitationView;
import health.chiron.access.api.OwnershipPeriod;
import health.chiron.access.api.ShareView;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;
import health.chiron.domain.access.Sections;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.FamilyMemberId;
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

/** Invitations, shares and ownerships as they are shown. Row-level security leaves out what the actor does not reach. */
@ApplicationScoped
class ShareViews {
    private static final String INVITATION = """
            SELECT i.*, b.full_name AS by_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name, f.name AS family_of
              FROM access.invitation i
              JOIN access.account b ON b.id = i.sent_by
              LEFT JOIN records.patient p ON p.id = i.patient_id
              LEFT JOIN access.family f ON f.id = i.family_id
            """;

    // What nobody answered in time is not written down: the end says so, as in the view.
    private static final String AS_FILTERED =
            " AND (?::text IS NULL OR ? = CASE WHEN i.status = 'PENDING' AND i.expires_at <= ? THEN 'EXPIRED' ELSE i.status END)"
                    + " AND (?::text IS NULL OR i.invitation_type = ?)";

    private static final String SENT = " WHERE i.sent_by = ?" + AS_FILTERED;

    private static final String RECEIVED = " WHERE i.sent_to = ?" + AS_FILTERED;

    private static final String WAITING =
            " WHERE i.patient_id = ? AND i.sent_to <> ? AND i.status = 'PENDING' AND i.expires_at > ?";

    private static final String NEWEST = " ORDER BY i.created_at DESC, i.id DESC LIMIT ? OFFSET ?";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    InvitationView invitation(InvitationId id, AccountId reader) {
        Instant now = clock.instant();
        return sql.first(INVITATION + " WHERE i.id = ?", row -> invitation(row, reader, now), id)
                .orElseThrow(Refusal::notFound);
    }

    Page<InvitationView> sent(AccountId by, InvitationQuery query, PageRequest page) {
        Instant now = clock.instant();
        return new Page<>(
                sql.list(INVITATION + SENT + NEWEST, row -> invitation(row, by, now), paged(by, query, now, page)),
                sql.count("SELECT count(*) FROM access.invitation i" + SENT, filter(by, query, now)),
                page.offset(),
                page.limit());
    }

    Page<InvitationView> received(AccountId to, InvitationQuery query, PageRequest page) {
        Instant now = clock.instant();
        return new Page<>(
                sql.list(INVITATION + RECEIVED + NEWEST, row -> invitation(row, to, now), paged(to, query, now, page)),
                sql.count("SELECT count(*) FROM access.invitation i" + RECEIVED, filter(to, query, now)),
                page.offset(),
                page.limit());
    }

    private static Object[] filter(AccountId whose, InvitationQuery query, Instant now) {
        return new Object[] {whose, query.status(), query.status(), now, query.invitationType(), query.invitationType()
        };
    }

    private static Object[] paged(AccountId whose, InvitationQuery query, Instant now, PageRequest page) {
        Object[] filter = filter(whose, query, now);
        Object[] paged = Arrays.copyOf(filter, filter.length + 2);
        paged[filter.length] = page.limit();
        paged[filter.length + 1] = page.offset();
        return paged;
    }

    Page<InvitationView> waiting(PatientId patient, AccountId reader, PageRequest page) {
        Instant now = clock.instant();
        return new Page<>(
                sql.list(
                        INVITATION + WAITING + NEWEST,
                        row -> invitation(row, reader, now),
                        patient,
                        reader,
                        now,
                        page.limit(),
                        page.offset()),
                sql.count("SELECT count(*) FROM access.invitation i" + WAITING, patient, reader, now),
                page.offset(),
                page.limit());
    }

    private InvitationView invitation(Sql.Row row, AccountId reader, Instant now) throws SQLException {
        Instant expires = row.instant("expires_at");
        InvitationStatus stored = row.word(InvitationStatus.class, "status");
        boolean over = stored == InvitationStatus.PENDING && !expires.isAfter(now);
        UUID patient = row.id("patient_id");
        UUID member = row.id("family_member_id");
        UUID family = row.id("family_id");
        return new InvitationView(
                new InvitationId(row.id("id")),
                row.word(InvitationType.class, "invitation_type"),
                over ? InvitationStatus.EXPIRED : stored,
                patient == null ? null : new PatientId(patient),
                row.text("patient_name"),
                member == null ? null : new FamilyMemberId(member),
                family == null ? null : new FamilyId(family),
                row.text("family_of"),
                row.text("by_name"),
                row.text("addressed_to"),
                row.text("title"),
                row.text("message"),
                row.word(ShareLevel.class, "permission_level"),
                Sections.read(row.text("sections")),
                row.instant("share_until"),
                row.instant("created_at"),
                expires,
                row.instant("responded_at"),
                row.text("response_note"),
                reader.value().equals(row.id("sent_by")));
    }

    ShareView share(ShareId id, AccountId reader) {
        return sql.first("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                               EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = s.patient_id AND o.account_id = ? AND o.until IS NULL) AS owns
                          FROM access.patient_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          LEFT JOIN records.patient p ON p.id = s.patient_id
                         WHERE s.id = ?""", row -> share(row, reader), reader, id).orElseThrow(Refusal::notFound);
    }

    Page<ShareView> sharesOf(PatientId patient, AccountId reader, PageRequest page) {
        return new Page<>(
                sql.list("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                               EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = s.patient_id AND o.account_id = ? AND o.until IS NULL) AS owns
                          FROM access.patient_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          LEFT JOIN records.patient p ON p.id = s.patient_id
                         WHERE s.patient_id = ?
                         ORDER BY (s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?) DESC, s.started_at DESC, s.id DESC LIMIT ? OFFSET ?""", row -> share(row, reader), reader, patient, clock.instant(), page.limit(), page.offset()),
                sql.count("SELECT count(*) FROM access.patient_share WHERE patient_id = ?", patient),
                page.offset(),
                page.limit());
    }

    Page<ShareView> sharesWith(AccountId reader, PageRequest page) {
        Instant now = clock.instant();
        return new Page<>(
                sql.list("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name, false AS owns
                          FROM access.patient_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          JOIN records.patient p ON p.id = s.patient_id
                         WHERE s.shared_with = ? AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?
                         ORDER BY p.search_name, s.id LIMIT ? OFFSET ?""", row -> share(row, reader), reader, now, page.limit(), page.offset()),
                sql.count("""
                        SELECT count(*) FROM access.patient_share s JOIN records.patient p ON p.id = s.patient_id
                         WHERE s.shared_with = ? AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?""", reader, now),
                page.offset(),
                page.limit());
    }

    private ShareView share(Sql.Row row, AccountId reader) throws SQLException {
        Instant expires = row.instant("expires_at");
        Instant ended = row.instant("ended_at");
        boolean active = ended == null && (expires == null || expires.isAfter(clock.instant()));
        boolean own = reader.value().equals(row.id("shared_with"));
        return new ShareView(
                new ShareId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("patient_name"),
                row.text("by_name"),
                row.text("with_name"),
                row.word(ShareLevel.class, "permission_level"),
                Sections.read(row.text("sections")),
                new InvitationId(row.id("invitation_id")),
                row.instant("started_at"),
                expires,
                ended,
                row.word(ShareEnd.class, "end_reason"),
                active,
                own,
                active && !own && (row.yes("owns") || reader.value().equals(row.id("shared_by"))),
                row.number("version"));
    }

    FamilyHistoryShareView familyShare(FamilyHistoryShareId id, AccountId reader) {
        return sql.first("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, m.name AS member_name
                          FROM access.family_history_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          LEFT JOIN records.family_member m ON m.id = s.family_member_id
                         WHERE s.id = ?""", row -> familyShare(row, reader), id).orElseThrow(Refusal::notFound);
    }

    Page<FamilyHistoryShareView> familySharesOf(PatientId patient, AccountId reader, PageRequest page) {
        return new Page<>(
                sql.list("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, m.name AS member_name
                          FROM access.family_history_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          LEFT JOIN records.family_member m ON m.id = s.family_member_id
                         WHERE s.patient_id = ?
                         ORDER BY (s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?) DESC, s.started_at DESC, s.id DESC LIMIT ? OFFSET ?""", row -> familyShare(row, reader), patient, clock.instant(), page.limit(), page.offset()),
                sql.count("SELECT count(*) FROM access.family_history_share WHERE patient_id = ?", patient),
                page.offset(),
                page.limit());
    }

    Page<FamilyHistoryShareView> familySharesWith(AccountId reader, PageRequest page) {
        Instant now = clock.instant();
        return new Page<>(
                sql.list("""
                        SELECT s.*, b.full_name AS by_name, w.full_name AS with_name, m.name AS member_name
                          FROM access.family_history_share s JOIN access.account b ON b.id = s.shared_by JOIN access.account w ON w.id = s.shared_with
                          JOIN records.family_member m ON m.id = s.family_member_id AND m.voided_at IS NULL
                         WHERE s.shared_with = ? AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?
                         ORDER BY s.started_at DESC, s.id DESC LIMIT ? OFFSET ?""", row -> familyShare(row, reader), reader, now, page.limit(), page.offset()),
                sql.count("""
                        SELECT count(*) FROM access.family_history_share s JOIN records.family_member m ON m.id = s.family_member_id AND m.voided_at IS NULL
                         WHERE s.shared_with = ? AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > ?""", reader, now),
                page.offset(),
                page.limit());
    }

    private FamilyHistoryShareView familyShare(Sql.Row row, AccountId reader) throws SQLException {
        Instant expires = row.instant("expires_at");
        Instant ended = row.instant("ended_at");
        return new FamilyHistoryShareView(
                new FamilyHistoryShareId(row.id("id")),
                new PatientId(row.id("patient_id")),
                new FamilyMemberId(row.id("family_member_id")),
                row.text("member_name"),
                row.text("by_name"),
                row.text("with_name"),
                ShareLevel.VIEW,
                new InvitationId(row.id("invitation_id")),
                row.text("sharing_note"),
                row.instant("started_at"),
                expires,
                ended,
                row.word(ShareEnd.class, "end_reason"),
                ended == null && (expires == null || expires.isAfter(clock.instant())),
                reader.value().equals(row.id("shared_with")),
                row.number("version"));
    }

    List<OwnershipPeriod> owners(PatientId patient, AccountId reader) {
        return sql.list(
                """
                SELECT a.full_name, o.account_id, o.since, o.until, o.invitation_id, o.is_self_record AND o.until IS NULL AS self
                  FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id
                 WHERE o.patient_id = ? ORDER BY o.until IS NULL DESC, o.since DESC, o.id DESC LIMIT 200""",
                row -> new OwnershipPeriod(
                        row.text("full_name"),
                        row.instant("since"),
                        row.instant("until"),
                        row.id("invitation_id") != null,
                        reader.value().equals(row.id("account_id")),
                        reader.value().equals(row.id("account_id")) && row.yes("self")),
                patient);
    }
}
