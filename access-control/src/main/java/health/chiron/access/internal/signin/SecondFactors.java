package health.chiron.access.internal.signin;

import health.chiron.access.api.Enrolment;
import health.chiron.access.api.RecoveryCodes;
import health.chiron.access.api.SecondFactorView;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Second factors in the database; each method is one short transaction. */
@Stateless
public class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 10;
    /** Letters and digits that nobody takes for one another. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Sql sql;

    @Inject
    private FactorKey key;

    @Inject
    private Secrets secrets;

    @Inject
    private AuditLog log;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    /** How the account's second factor stands. */
    public SecondFactorView view(AccountId account) {
        return sql.first(
                        """
                SELECT f.confirmed_at,
                       EXISTS (SELECT FROM access.second_factor_rule r WHERE r.kind = a.kind AND r.required) AS required,
                       (SELECT count(*) FROM access.recovery_code c WHERE c.account_id = a.id AND c.used_at IS NULL) AS codes
                  FROM access.account a LEFT JOIN access.second_factor f ON f.account_id = a.id AND f.confirmed_at IS NOT NULL
                 WHERE a.id = ?""",
                        row -> new SecondFactorView(
                                row.instant("confirmed_at") != null,
                                row.instant("confirmed_at"),
                                row.yes("required"),
                                Math.toIntExact(row.number("codes"))),
                        account)
                .orElseThrow(Refusal::notFound);
    }

    /** A new secret that counts once it is confirmed; one that was never confirmed is replaced. */
    public Enrolment begin(AccountId account, String username) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        int begun = sql.update("""
                INSERT INTO access.second_factor (account_id, secret_sealed, begun_at) VALUES (?, ?, ?)
                ON CONFLICT (account_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, begun_at = excluded.begun_at, last_step = 0
                 WHERE second_factor.confirmed_at IS NULL""", account, key.seal(account, secret), clock.instant());
        if (begun == 0) {
            throw Refusal.conflict("second-factor/on", "A second factor is set up already.");
        }
        String text = Totp.base32(secret);
        return new Enrolment(text, address(username, text));
    }

    /** The key address that apps read (there is no RFC; this is the form that all of them take). */
    private static String address(String username, String secret) {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Chiron:" + name + "?secret=" + secret + "&issuer=Chiron";
    }

    /** Whether a secret waits for its first code. */
    public boolean begun(AccountId account) {
        return sql.count(
                        "SELECT count(*) FROM access.second_factor WHERE account_id = ? AND confirmed_at IS NULL",
                        account)
                > 0;
    }

    /** Turns it on when the code is right. */
    public boolean confirm(AccountId account, String code) {
        Instant now = clock.instant();
        OptionalLong step = secret(account, false)
                .map(secret -> Totp.match(secret, plain(code), now))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && sql.update(
                                "UPDATE access.second_factor SET confirmed_at = ?, last_step = ? WHERE account_id = ? AND confirmed_at IS NULL AND last_step < ?",
                                now,
                                step.getAsLong(),
                                account,
                                step.getAsLong())
                        == 1;
    }

    /**
     * Takes a code of the app or a recovery code, once: the conditional update lets one of any number of parallel uses win, and no
     * step that is not newer than the last one used.
     */
    public boolean accept(AccountId account, String typed) {
        String code = plain(typed);
        Instant now = clock.instant();
        if (code.length() != Totp.DIGITS) {
            return sql.update(
                            "UPDATE access.recovery_code SET used_at = ? WHERE account_id = ? AND code_hash = ? AND used_at IS NULL",
                            now,
                            account,
                            secrets.hashOfCode(account.value(), code))
                    == 1;
        }
        OptionalLong step = secret(account, true)
                .map(secret -> Totp.match(secret, code, now))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && sql.update(
                                "UPDATE access.second_factor SET last_step = ? WHERE account_id = ? AND confirmed_at IS NOT NULL AND last_step < ?",
                                step.getAsLong(),
                                account,
                                step.getAsLong())
                        == 1;
    }

    private Optional<byte[]> secret(AccountId account, boolean confirmed) {
        return sql.first(
                        "SELECT secret_sealed FROM access.second_factor WHERE account_id = ? AND (confirmed_at IS NOT NULL) = ?",
                        row -> row.bytes("secret_sealed"),
                        account,
                        confirmed)
                .map(kept -> key.open(account, kept));
    }

    /** The first recovery codes of a factor that was set up during sign-in, where no door has written the log's row. */
    public RecoveryCodes firstCodes(Sessions.Known known) {
        log.write(Entry.ofAccount(
                known.id(), known.kind().name(), "UPDATE", "SignIn.finishEnrolment", "PERMITTED", null));
        notices.tell(known.id(), Letter.Template.SECOND_FACTOR_ON);
        return renewCodes(known.id());
    }

    /** Ten new recovery codes; those that were there do not work any more. */
    public RecoveryCodes renewCodes(AccountId account) {
        Instant now = clock.instant();
        sql.update("DELETE FROM access.recovery_code WHERE account_id = ?", account);
        List<String> codes = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            StringBuilder code = new StringBuilder();
            for (int j = 0; j < RECOVERY_LETTERS; j++) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            rows.add(new Object[] {Ids.next(), account, secrets.hashOfCode(account.value(), code.toString()), now});
            codes.add(code.insert(RECOVERY_LETTERS / 2, '-').toString());
        }
        sql.batch("INSERT INTO access.recovery_code (id, account_id, code_hash, created_at) VALUES (?, ?, ?, ?)", rows);
        return new RecoveryCodes(codes);
    }

    /** Forgets secret and recovery codes; whether there was one that was on. */
    public boolean remove(AccountId account) {
        return sql.first(
                        "DELETE FROM access.second_factor WHERE account_id = ? RETURNING confirmed_at IS NOT NULL AS was_on",
                        row -> row.yes("was_on"),
                        account)
                .orElse(false);
    }

    /** As people type it: blanks and hyphens do not matter, nor do small letters. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
