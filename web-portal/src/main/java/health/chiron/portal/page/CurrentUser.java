package health.chiron.portal.page;

import health.chiron.access.api.AccountView;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.UnitSystem;
import health.chiron.portal.session.SessionGuard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who looks at the page, read anew at every request; pages ask {@code me}. What may be done, the doors decide. */
@Named("me")
@RequestScoped
public class CurrentUser {
    private static final Set<AccountKind> SEARCHERS =
            EnumSet.of(AccountKind.STAFF, AccountKind.DOCTOR, AccountKind.CLINIC_ADMIN, AccountKind.OWNER);

    private HttpServletRequest request;
    private AccountView account;
    private String language;

    /** For the container. */
    protected CurrentUser() {}

    /** @param request carries the account that the session guard recognised */
    @Inject
    public CurrentUser(HttpServletRequest request) {
        this.request = request;
        this.account = (AccountView) request.getAttribute(SessionGuard.ACCOUNT);
        this.language = account != null && Language.ALL.contains(account.language())
                ? account.language()
                : Language.of(request);
    }

    /** Shows the rest of this request as a changed account sees it. */
    public void becomes(AccountView changed) {
        this.account = changed;
        this.language = changed.language();
        request.setAttribute(SessionGuard.ACCOUNT, changed);
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return account != null;
    }

    /** The account; only for somebody signed in. */
    public AccountView getAccount() {
        return account;
    }

    /** The kind of account; null when nobody is signed in. */
    public AccountKind getKind() {
        return account == null ? null : account.kind();
    }

    /** Whether the account is of the named kind. */
    public boolean is(String kind) {
        return account != null && account.kind().name().equals(kind);
    }

    /** The name as shown to others. */
    public String getName() {
        return account == null ? "" : account.fullName();
    }

    /** Up to two letters for the round badge. */
    public String getInitials() {
        StringBuilder letters = new StringBuilder();
        for (String word : getName().replaceAll("[^\\p{L} ]", " ").trim().split("\\s+")) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }

    /** The language code of the page. */
    public String getLanguage() {
        return language;
    }

    /** The locale of words and formats. */
    public Locale getLocale() {
        return Locale.of(language);
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getTheme() {
        return account == null || account.theme() == null
                ? "auto"
                : account.theme().name().toLowerCase(Locale.ROOT);
    }

    /** The zone in which times are shown: the person's own, else UTC. */
    public ZoneId getZone() {
        try {
            return account == null || account.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(account.timeZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** How dates are written for the person. */
    public DateFormat getDateFormat() {
        return account == null ? DateFormat.LANGUAGE : account.dateFormat();
    }

    /** In which units values are shown to the person. */
    public UnitSystem getUnitSystem() {
        return account == null ? UnitSystem.METRIC : account.unitSystem();
    }

    /** Where the person works. */
    public List<AccountView.Membership> getClinics() {
        return account == null ? List.of() : account.clinics();
    }

    /** The clinic that pages about a clinic show first; null for people without one. */
    public ClinicId getClinic() {
        return getClinics().isEmpty() ? null : getClinics().getFirst().clinicId();
    }

    /** That clinic's name; empty for people without one. */
    public String getClinicName() {
        return getClinics().isEmpty() ? "" : getClinics().getFirst().clinicName();
    }

    /** Whether the search box makes sense: people who can reach patients. */
    public boolean isSearches() {
        return account != null && SEARCHERS.contains(account.kind());
    }

    /** Whether the person works at a clinic with patients: finds them and asks for access. */
    public boolean isStaffLike() {
        return account != null && SEARCHERS.contains(account.kind()) && account.kind() != AccountKind.OWNER;
    }

    /** Whether the person keeps the shared directories. */
    public boolean isKeepsDirectory() {
        return is("CLINIC_ADMIN") || is("PLATFORM_ADMIN");
    }

    /** Whether the person registers patients. */
    public boolean isRegisters() {
        return isStaffLike() && account.kind() != AccountKind.DOCTOR;
    }

    /** The address of this page in another language, for people who are not signed in. */
    public String inLanguage(String code) {
        StringBuilder query = new StringBuilder("?lang=").append(code);
        for (String kept : List.of("return", "token")) {
            String value = request.getParameter(kept);
            if (value != null) {
                query.append('&').append(kept).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
