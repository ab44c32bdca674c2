package health.chiron.access.internal.accounts;

import health.chiron.access.api.AccountQuery;
import health.chiron.access.api.Actor;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts as an administrator sees them. */
@ApplicationScoped
class PeopleViews {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Work(UUID account, ClinicId clinic, String name) {}

    /** Those who are wanted, by name. */
    Page<ManagedAccount> list(Actor actor, ClinicId clinic, AccountQuery query, PageRequest page) {
        String words = Sql.containing(query.search());
        List<UUID> ids = sql.list(
                """
                SELECT a.id FROM access.account a
                 WHERE a.kind <> 'SYSTEM' AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id))
                   AND (?::uuid IS NULL OR EXISTS (SELECT FROM access.clinic_member m WHERE m.account_id = a.id AND m.clinic_id = ?::uuid AND m.active))
                   AND (?::text IS NULL OR a.kind = ?::text) AND (?::text IS NULL OR a.status = ?::text)
                   AND (?::text IS NULL OR lower(a.full_name) || ' ' || a.username || ' ' || coalesce(a.email, '') LIKE ?::text)
                 ORDER BY a.full_name, a.id LIMIT ? OFFSET ?""",
                row -> row.id("id"),
                clinic,
                clinic,
                query.kind(),
                query.kind(),
                query.status(),
                query.status(),
                words,
                words,
                page.limit(),
                page.offset());
        long total = sql.count(
                """
                SELECT count(*) FROM access.account a
                 WHERE a.kind <> 'SYSTEM' AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id))
                   AND (?::uuid IS NULL OR EXISTS (SELECT FROM access.clinic_member m WHERE m.account_id = a.id AND m.clinic_id = ?::uuid AND m.active))
                   AND (?::text IS NULL OR a.kind = ?::text) AND (?::text IS NULL OR a.status = ?::text)
                   AND (?::text IS NULL OR lower(a.full_name) || ' ' || a.username || ' ' || coalesce(a.email, '') LIKE ?::text)""", clinic, clinic, query.kind(), query.kind(), query.status(), query.status(), words, words);
        return new Page<>(of(actor, ids), total, page.offset(), page.limit());
    }

    /** One. */
    ManagedAccount one(Actor actor, AccountId account) {
        return of(actor, List.of(account.value())).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<ManagedAccount> of(Actor actor, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<Work>> work = new HashMap<>();
        sql.list(
                        """
                        SELECT m.account_id, m.clinic_id, c.name
                          FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id
                         WHERE m.account_id = ANY (?) AND m.active ORDER BY c.name, c.id""",
                        row -> new Work(row.id("account_id"), new ClinicId(row.id("clinic_id")), row.text("name")),
                        (Object) wanted)
                .forEach(one -> work.computeIfAbsent(one.account(), k -> new ArrayList<>())
                        .add(one));
        Instant now = clock.instant();
        return sql.list(
                """
                SELECT a.id, a.kind, a.username, a.full_name, a.email, a.phone, a.status, a.locked_until, a.password_change_required,
                       a.created_at, a.last_sign_in_at, a.deactivated_at, a.deactivation_reason, a.auth_method,
                       (SELECT max(l.last_used_at) FROM access.sso_link l WHERE l.account_id = a.id) AS last_sso_login,
                       EXISTS (SELECT FROM access.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS second_factor
                  FROM access.account a WHERE a.id = ANY (?) AND a.kind <> 'SYSTEM' AND (a.kind <> 'INTEGRATOR' OR NOT policy.is_program(a.id)) ORDER BY a.full_name, a.id""",
                row -> {
                    List<Work> places = work.getOrDefault(row.id("id"), List.of());
                    Instant locked = row.instant("locked_until");
                    AccountKind kind = row.word(AccountKind.class, "kind");
                    AccountId id = new AccountId(row.id("id"));
                    return new ManagedAccount(
                            id,
                            kind,
                            row.text("username"),
                            row.text("full_name"),
                            row.text("email"),
                            row.text("phone"),
                            row.word(AccountStatus.class, "status"),
                            locked != null && locked.isAfter(now) ? locked : null,
                            row.yes("password_change_required"),
                            row.yes("second_factor"),
                            row.instant("created_at"),
                            row.instant("last_sign_in_at"),
                            row.instant("deactivated_at"),
                            row.text("deactivation_reason"),
                            places.stream()
                                    .filter(place -> isPlatform(actor) || actor.worksAt(place.clinic()))
                                    .map(place -> new ManagedAccount.Workplace(place.clinic(), place.name()))
                                    .toList(),
                            manageable(actor, id, kind, places),
                            row.word(AuthMethod.class, "auth_method"),
                            row.instant("last_sso_login"));
                },
                (Object) wanted);
    }

    /** By a platform administrator everybody else; by a clinic's whoever works there and nowhere else, of no kind above the own. */
    private static boolean manageable(Actor actor, AccountId account, AccountKind kind, List<Work> places) {
        return !actor.account().equals(account)
                && (isPlatform(actor)
                        || ManagedAccountsDoor.OF_A_CLINIC.contains(kind)
                                && !places.isEmpty()
                                && places.stream().allMatch(place -> actor.worksAt(place.clinic())));
    }

    private static boolean isPlatform(Actor actor) {
        return actor.kind() == AccountKind.PLATFORM_ADMIN;
    }
}
