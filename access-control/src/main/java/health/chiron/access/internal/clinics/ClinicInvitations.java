package health.chiron.access.internal.clinics;

import health.chiron.access.api.ClinicInvitationView;
import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Invitations to work at one more clinic (ADR 18). What was typed is kept whether or not it names anybody, and both look alike
 * from the clinic's side; only who is named can say yes.
 */
@ApplicationScoped
class ClinicInvitations {
    private static final Duration HOLDS = Duration.ofDays(7);

    @Inject
    private Sql sql;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    private record Invited(AccountId account, Outgoing.Channel channel, String target, String language) {}

    ClinicInvitationView send(NewClinicInvitation invitation, AccountId by) {
        ClinicInvitationId id = ClinicInvitationId.next();
        Instant now = clock.instant();
        EmploymentType type =
                invitation.employmentType() == null ? EmploymentType.FULL_TIME : invitation.employmentType();
        Invited invited = find(invitation.addressedTo().strip().toLowerCase(Locale.ROOT), invitation.clinicId());
        sql.update(
                """
                INSERT INTO access.clinic_invitation (id, clinic_id, addressed_to, account_id, employment_type, invited_by, invited_at, expires_at, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')""",
                id,
                invitation.clinicId(),
                invitation.addressedTo(),
                invited == null ? null : invited.account().value(),
                type,
                by,
                now,
                now.plus(HOLDS));
        ClinicInvitationView view = sql.first(
                        "SELECT i.id, i.clinic_id, c.name, i.addressed_to, i.employment_type, i.invited_at, i.expires_at FROM access.clinic_invitation i JOIN access.clinic c ON c.id = i.clinic_id WHERE i.id = ?",
                        ClinicInvitations::view,
                        id)
                .orElseThrow();
        if (invited != null && invited.target() != null) {
            letters.fire(Letter.clinicInvitation(
                    invited.channel(), invited.target(), invited.language(), view.clinicName()));
        }
        return view;
    }

    /** Somebody who could work at a clinic and does not work at this one yet. */
    private Invited find(String typed, ClinicId clinic) {
        return sql.first(
                        """
                        SELECT a.id, a.email, a.phone, a.language, a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NULL AS by_mail
                          FROM access.account a
                         WHERE (a.username = ? OR a.email = ?) AND a.status = 'ACTIVE' AND a.kind IN ('DOCTOR','STAFF','CLINIC_ADMIN')
                           AND NOT EXISTS (SELECT FROM access.clinic_member m WHERE m.account_id = a.id AND m.clinic_id = ? AND m.active)
                         ORDER BY a.username = ? DESC LIMIT 1""",
                        row -> {
                            boolean mail = row.yes("by_mail") && row.text("email") != null || row.text("phone") == null;
                            return new Invited(
                                    new AccountId(row.id("id")),
                                    mail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                                    row.text(mail ? "email" : "phone"),
                                    row.text("language"));
                        },
                        typed,
                        typed,
                        clinic,
                        typed)
                .orElse(null);
    }

    /** What the person declined stays in the clinic's list until it runs out: nothing there tells who exists. */
    Page<ClinicInvitationView> open(ClinicId clinic, PageRequest page) {
        Instant now = clock.instant();
        List<ClinicInvitationView> rows =
                sql.list("""
                SELECT i.id, i.clinic_id, c.name, i.addressed_to, i.employment_type, i.invited_at, i.expires_at
                  FROM access.clinic_invitation i JOIN access.clinic c ON c.id = i.clinic_id
                 WHERE i.clinic_id = ? AND i.status IN ('PENDING','REJECTED') AND i.expires_at > ?
                 ORDER BY i.invited_at DESC, i.id DESC LIMIT ? OFFSET ?""", ClinicInvitations::view, clinic, now, page.limit(), page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.clinic_invitation WHERE clinic_id = ? AND status IN ('PENDING','REJECTED') AND expires_at > ?",
                clinic,
                now);
        return new Page<>(rows, total, page.offset(), page.limit());
    }

    void cancel(ClinicId clinic, ClinicInvitationId invitation) {
        Instant now = clock.instant();
        // One that was declined is taken back like one that waits, or the difference would tell.
        List<AccountId> told = sql.list("""
                SELECT account_id FROM access.clinic_invitation
                 WHERE id = ? AND clinic_id = ? AND status = 'PENDING' AND account_id IS NOT NULL FOR UPDATE""", row -> new AccountId(row.id("account_id")), invitation, clinic);
        int won = sql.update(
                "UPDATE access.clinic_invitation SET status = 'CANCELLED', answered_at = ? WHERE id = ? AND clinic_id = ? AND status IN ('PENDING','REJECTED') AND expires_at > ?",
                now,
                invitation,
                clinic,
                now);
        if (won == 0) {
            throw Refusal.notFound();
        }
        notices.tell(told, Letter.Template.CLINIC_INVITATION_CANCELLED, Map.of("clinic", name(clinic)), null);
    }

    List<ClinicInvitationView> to(AccountId account) {
        return sql.list("""
                SELECT i.id, i.clinic_id, c.name, NULL AS addressed_to, i.employment_type, i.invited_at, i.expires_at
                  FROM access.clinic_invitation i JOIN access.clinic c ON c.id = i.clinic_id AND c.active
                 WHERE i.account_id = ? AND i.status = 'PENDING' AND i.expires_at > ?
                 ORDER BY i.invited_at DESC, i.id DESC LIMIT 50""", ClinicInvitations::view, account, clock.instant());
    }

    void accept(ClinicInvitationId invitation, AccountId account, AccountKind kind) {
        answer(invitation, account, "ACCEPTED");
        // Whoever worked here before comes back to the same row; rights begin anew, for they were another engagement's.
        sql.update("""
                INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, active, joined_at, rights)
                SELECT ?, i.clinic_id, i.account_id, i.employment_type, true, ?, ? FROM access.clinic_invitation i WHERE i.id = ?
                ON CONFLICT (account_id, clinic_id) DO UPDATE
                   SET active = true, ended_at = NULL, ended_by = NULL, employment_type = EXCLUDED.employment_type,
                       rights = EXCLUDED.rights, version = clinic_member.version + 1
                 WHERE NOT clinic_member.active""", Ids.next(), clock.instant(), ClinicRight.stored(ClinicRight.defaultsOf(kind)), invitation);
        Accepted accepted = sql.first(
                        "SELECT i.invited_by, i.addressed_to, c.name FROM access.clinic_invitation i JOIN access.clinic c ON c.id = i.clinic_id WHERE i.id = ?",
                        row -> new Accepted(
                                new AccountId(row.id("invited_by")), row.text("addressed_to"), row.text("name")),
                        invitation)
                .orElseThrow();
        notices.tell(
                List.of(accepted.by()),
                Letter.Template.CLINIC_INVITATION_ACCEPTED,
                Map.of("who", accepted.who(), "clinic", accepted.clinic()),
                null);
    }

    private record Accepted(AccountId by, String who, String clinic) {}

    private String name(ClinicId clinic) {
        return sql.first("SELECT name FROM access.clinic WHERE id = ?", row -> row.text("name"), clinic)
                .orElseThrow(Refusal::notFound);
    }

    void decline(ClinicInvitationId invitation, AccountId account) {
        answer(invitation, account, "REJECTED");
    }

    private void answer(ClinicInvitationId invitation, AccountId account, String status) {
        Instant now = clock.instant();
        int won = sql.update("""
                UPDATE access.clinic_invitation i SET status = ?, answered_at = ?
                 WHERE i.id = ? AND i.account_id = ? AND i.status = 'PENDING' AND i.expires_at > ?
                   AND EXISTS (SELECT FROM access.clinic c WHERE c.id = i.clinic_id AND c.active)""", status, now, invitation, account, now);
        if (won == 0) {
            throw Refusal.notFound();
        }
    }

    private static ClinicInvitationView view(Sql.Row row) throws SQLException {
        return new ClinicInvitationView(
                new ClinicInvitationId(row.id("id")),
                new ClinicId(row.id("clinic_id")),
                row.text("name"),
                row.text("addressed_to"),
                row.word(EmploymentType.class, "employment_type"),
                row.instant("invited_at"),
                row.instant("expires_at"));
    }
}
