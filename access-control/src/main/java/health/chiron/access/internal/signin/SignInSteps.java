package health.chiron.access.internal.signin;

import health.chiron.access.api.NextStep;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Ids;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins at the portal that are not finished; each method is one short transaction. */
@Stateless
public class SignInSteps {
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Begins a step; what the account left unfinished before is forgotten. */
    public NextStep begin(AccountId account, NextStep.Needs needs, Via via) {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM access.sign_in_step WHERE account_id = ? AND (used_at IS NOT NULL OR expires_at <= ?)",
                account,
                now);
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO access.sign_in_step (id, account_id, needs, begun_at, expires_at, sso_provider, sso_arrival) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                needs,
                now,
                now.plus(LIFE),
                via.provider(),
                via.arrival());
        return new NextStep(id, needs);
    }

    /** The sign-in name of the account whose step this is, while it holds and the account is in use. */
    public Optional<String> holder(UUID step, NextStep.Needs needs) {
        return sql.first("""
                SELECT a.username FROM access.sign_in_step s JOIN access.account a ON a.id = s.account_id AND a.status = 'ACTIVE'
                 WHERE s.id = ? AND s.needs = ? AND s.used_at IS NULL AND s.expires_at > ?""", row -> row.text("username"), step, needs, clock.instant());
    }

    /** The way on which the step lies. */
    public Via via(UUID step) {
        return sql.first(
                        "SELECT sso_provider, sso_arrival FROM access.sign_in_step WHERE id = ?",
                        row -> new Via(row.text("sso_provider"), row.id("sso_arrival")),
                        step)
                .orElse(Via.PASSWORD);
    }

    /** Uses a step, once. */
    public boolean use(UUID step) {
        return sql.update(
                        "UPDATE access.sign_in_step SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?",
                        clock.instant(),
                        step,
                        clock.instant())
                == 1;
    }
}
