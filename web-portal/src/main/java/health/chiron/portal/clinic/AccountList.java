package health.chiron.portal.clinic;

import health.chiron.access.api.AccountQuery;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.ManagedAccounts;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** All accounts of the installation. */
@Named("accountList")
@RequestScoped
public class AccountList {
    private ManagedAccounts door;
    private CurrentUser me;
    private Attempt attempt;

    private String search;
    private AccountKind kind;
    private AccountStatus status;
    private int number = 1;
    private List<ManagedAccount> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected AccountList() {}

    /**
     * @param door the accounts
     * @param me who looks
     * @param attempt shows refusals
     */
    @Inject
    public AccountList(ManagedAccounts door, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads the first page. */
    public void load() {
        if (me.getKind() != AccountKind.PLATFORM_ADMIN) {
            // The door would list the people of a member's own clinic; they have a page of their own.
            throw Refusal.notFound();
        }
        fetch();
    }

    /** Searches from the first page on. */
    public String search() {
        number = 1;
        return attempt.to(this::fetch);
    }

    /** The page before. */
    public String previous() {
        number--;
        return attempt.to(this::fetch);
    }

    /** The page after. */
    public String next() {
        number++;
        return attempt.to(this::fetch);
    }

    private String fetch() {
        Page<ManagedAccount> page =
                door.list(new AccountQuery(null, kind, status, search), Paging.request(number, Paging.USUAL));
        rows = page.items();
        paging = Paging.of(page);
        number = paging.number();
        return null;
    }

    /** The page's accounts. */
    public List<ManagedAccount> getRows() {
        return rows;
    }

    /** Where in the list; null after a refusal. */
    public Paging getPaging() {
        return paging;
    }

    /** The page's number, carried by the form. */
    public int getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(int number) {
        this.number = number;
    }

    /** A part of the name. */
    public String getSearch() {
        return search;
    }

    /** Sets it. */
    public void setSearch(String search) {
        this.search = search;
    }

    /** One kind only. */
    public AccountKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(AccountKind kind) {
        this.kind = kind;
    }

    /** The kinds there are. */
    public List<AccountKind> getKinds() {
        return Arrays.stream(AccountKind.values())
                .filter(each -> each != AccountKind.SYSTEM)
                .toList();
    }

    /** One state only. */
    public AccountStatus getStatus() {
        return status;
    }

    /** Sets it. */
    public void setStatus(AccountStatus status) {
        this.status = status;
    }

    /** The states. */
    public AccountStatus[] getStatuses() {
        return AccountStatus.values();
    }
}
