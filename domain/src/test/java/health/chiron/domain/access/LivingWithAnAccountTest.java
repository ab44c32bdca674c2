package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an account lets be done with it, and when. */
class LivingWithAnAccountTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final AccountId BY = AccountId.next();

    @Test
    void a_deactivated_account_can_be_taken_into_use_again() {
        Account account = active();
        account.deactivate(BY, "Left the clinic", NOW);
        assertThat(account.status()).isEqualTo(AccountStatus.DEACTIVATED);
        account.reactivate();
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void whoever_never_set_a_password_is_invited_again() {
        Account account = invited();
        account.deactivate(BY, "Never came", NOW);
        account.reactivate();
        assertThat(account.status()).isEqualTo(AccountStatus.INVITED);
    }

    @Test
    void deactivating_twice_is_refused_and_so_is_activating_what_is_active() {
        Account account = active();
        assertThatThrownBy(account::reactivate).isInstanceOf(Refusal.class);
        account.deactivate(BY, "Left the clinic", NOW);
        assertThatThrownBy(() -> account.deactivate(BY, "Again", NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_deactivated_account_cannot_be_activated_by_an_old_invitation() {
        Account account = invited();
        account.deactivate(BY, "A mistake", NOW);
        assertThatThrownBy(() -> account.activate("hash", NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_new_password_is_required_of_active_accounts_only() {
        assertThatThrownBy(() -> invited().requireNewPassword()).isInstanceOf(Refusal.class);
        Account account = active();
        account.requireNewPassword();
        assertThat(account.mustChangePassword()).isTrue();
    }

    private static Account invited() {
        return Account.invite(
                AccountKind.STAFF, "desk", "Front Desk", "desk@example.org", null, "en", "Europe/Berlin", NOW);
    }

    private static Account active() {
        Account account = invited();
        account.activate("hash", NOW);
        return account;
    }
}
