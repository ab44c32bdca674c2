package health.chiron.access.internal.readiness;

import static health.chiron.access.api.Safeguard.Kind.ACCOUNTS_USED;
import static health.chiron.access.api.Safeguard.Kind.ADMINISTRATORS_SECOND_FACTOR;
import static health.chiron.access.api.Safeguard.Kind.EMERGENCIES_JUDGED;
import static health.chiron.access.api.Safeguard.Kind.FIRST_PASSWORDS;
import static health.chiron.access.api.Safeguard.Kind.PROGRAMS_ROTATED;
import static health.chiron.access.api.Safeguard.Kind.SECOND_FACTOR_REQUIRED;

import health.chiron.access.api.Safeguard;
import health.chiron.access.api.Safeguards;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the accounts tell: numbers and kinds, and nobody's name. */
@ApplicationScoped
class AccountSafeguards {
    /** Who sees other people's patients or the house itself. Owners decide for themselves, programs have no second factor. */
    private static final Set<AccountKind> AT_WORK = EnumSet.of(
            AccountKind.PLATFORM_ADMIN,
            AccountKind.CLINIC_ADMIN,
            AccountKind.DOCTOR,
            AccountKind.STAFF,
            AccountKind.AUDITOR);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    List<Safeguard> look() {
        Instant now = clock.instant();
        List<String> without = kindsWithoutSecondFactor();
        return List.of(
                Safeguard.of(SECOND_FACTOR_REQUIRED, without.isEmpty()).naming(without),
                Safeguard.none(ADMINISTRATORS_SECOND_FACTOR, sql.count("""
                        SELECT count(*) FROM access.account a
                         WHERE a.status = 'ACTIVE' AND a.kind IN ('PLATFORM_ADMIN','CLINIC_ADMIN','AUDITOR')
                           AND NOT EXISTS (SELECT FROM access.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)""")),
                // A password that was set together with the account was chosen by whoever made the account.
                Safeguard.none(FIRST_PASSWORDS, sql.count("""
                        SELECT count(*) FROM access.account a
                         WHERE a.status = 'ACTIVE' AND a.password_hash IS NOT NULL
                           AND (a.password_change_required OR a.password_changed_at IS NULL OR a.password_changed_at <= a.created_at)""")),
                Safeguard.none(
                        ACCOUNTS_USED,
                        sql.count(
                                "SELECT count(*) FROM access.account a WHERE a.status = 'ACTIVE' AND a.kind IN ('PLATFORM_ADMIN','CLINIC_ADMIN','DOCTOR','STAFF','AUDITOR') AND coalesce(a.last_sign_in_at, a.created_at) < ?",
                                now.minus(Safeguards.DAYS_AWAY, ChronoUnit.DAYS))),
                Safeguard.none(
                        PROGRAMS_ROTATED,
                        sql.count("""
                                SELECT count(DISTINCT c.id) FROM access.api_client c JOIN access.client_credential k ON k.client_id = c.id
                                 WHERE c.state = 'APPROVED' AND k.retired_at IS NULL AND k.expires_at > ? AND k.created_at < ?""", now, now.minus(Safeguards.DAYS_OF_CREDENTIAL, ChronoUnit.DAYS))),
                Safeguard.none(
                        EMERGENCIES_JUDGED,
                        sql.count(
                                "SELECT policy.emergencies_unjudged(?) AS count",
                                now.minus(Safeguards.DAYS_TO_JUDGE, ChronoUnit.DAYS))));
    }

    private List<String> kindsWithoutSecondFactor() {
        Set<AccountKind> open = EnumSet.copyOf(AT_WORK);
        open.removeAll(sql.list(
                "SELECT kind FROM access.second_factor_rule WHERE required",
                row -> row.word(AccountKind.class, "kind")));
        return open.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }
}
