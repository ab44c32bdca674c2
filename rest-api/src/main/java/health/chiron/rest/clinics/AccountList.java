package health.chiron.rest.clinics;

import health.chiron.access.api.ManagedAccount;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the list of accounts.
 *
 * @param accounts the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record AccountList(List<ManagedAccount> accounts, long total, int offset, int limit) {
    /** Copies the list. */
    public AccountList {
        accounts = List.copyOf(accounts);
    }

    /** The part as the wire has it. */
    public static AccountList of(Page<ManagedAccount> page) {
        return new AccountList(page.items(), page.total(), page.offset(), page.limit());
    }
}
