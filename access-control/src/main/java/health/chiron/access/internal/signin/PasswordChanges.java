package health.chiron.access.internal.signin;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Endings;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Puts new passwords in the place of old ones, with all that ends then; each method is one short transaction. */
@Stateless
public class PasswordChanges {
    @Inject
    private Sql sql;

    @Inject
    private Endings endings;

    @Inject
    private Notices notices;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    /**
     * Sets the new hash where the old one is still there: of two changes at the same moment one wins. Ends all sessions but one, and
     * all links and unfinished sign-ins.
     *
     * @param kept the session that goes on; null for none
     * @throws Refusal stale when the password was changed in the meantime
     */
    public void replace(AccountId account, String oldHash, String newHash, SessionId kept) {
        set(account, oldHash, newHash, kept);
    }

    /** The same for somebody who is not signed in and passes no door: the log's row is written here. All sessions end. */
    public void replaceUnguarded(Sessions.Known known, String newHash, String operation) {
        set(known.id(), known.hash(), newHash, null);
        note(known.id(), known.kind().name(), operation);
    }

    private void note(AccountId account, String kind, String operation) {
        log.write(Entry.ofAccount(account, kind, "UPDATE", operation, "PERMITTED", null));
    }

    private void set(AccountId account, String oldHash, String newHash, SessionId kept) {
        Instant now = clock.instant();
        int won = sql.update("""
                UPDATE access.account SET password_hash = ?, password_changed_at = ?, password_change_required = false, version = version + 1
                 WHERE id = ? AND password_hash = ? AND status = 'ACTIVE'""", newHash, now, account, oldHash);
        if (won == 0) {
            throw Refusal.stale();
        }
        end(account, kept);
    }

    /** The sign-in name of the account whose link to a new password this is, while it holds. */
    public Optional<String> holder(byte[] tokenHash) {
        return sql.first("""
                SELECT a.username FROM access.account_proof p JOIN access.account a ON a.id = p.account_id AND a.status = 'ACTIVE'
                 WHERE p.purpose = 'PASSWORD_RESET' AND p.secret_hash = ? AND p.used_at IS NULL AND p.expires_at > ?""", row -> row.text("username"), tokenHash, clock.instant());
    }

    /**
     * Uses a link, once, and sets the password. The pause after failed sign-ins ends with it unless there is a second factor: whoever
     * reads somebody's mail must not get more tries at the codes by it.
     *
     * @return whose it was
     */
    public AccountId reset(byte[] tokenHash, String newHash) {
        Instant now = clock.instant();
        AccountId account = sql.first("""
                        UPDATE access.account_proof SET used_at = ? WHERE purpose = 'PASSWORD_RESET' AND secret_hash = ? AND used_at IS NULL AND expires_at > ?
                        RETURNING account_id""", row -> new AccountId(row.id("account_id")), now, tokenHash, now)
                .orElseThrow(Refusal::notFound);
        int won = sql.update("""
                UPDATE access.account a SET password_hash = ?, password_changed_at = ?, password_change_required = false, version = version + 1,
                       failed_sign_ins = CASE WHEN f.there THEN failed_sign_ins ELSE 0 END,
                       locked_until = CASE WHEN f.there THEN locked_until END
                  FROM (SELECT EXISTS (SELECT FROM access.second_factor WHERE account_id = ? AND confirmed_at IS NOT NULL) AS there) f
                 WHERE a.id = ? AND a.status = 'ACTIVE'""", newHash, now, account, account);
        if (won == 0) {
            throw Refusal.notFound();
        }
        end(account, null);
        String kind = sql.first("SELECT kind FROM access.account WHERE id = ?", row -> row.text("kind"), account)
                .orElseThrow();
        note(account, kind, "SignIn.reset");
        return account;
    }

    private void end(AccountId account, SessionId kept) {
        endings.sessions(account, kept, "ACCOUNT_CHANGED");
        endings.links(account);
        notices.tell(account, Letter.Template.PASSWORD_CHANGED);
    }
}
