package health.chiron.portal.page;

import health.chiron.domain.access.AccountKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The side navigation: what each kind of account finds there. It hides, it does not protect; the doors do. */
@Named
@RequestScoped
public class Navigation {
    /**
     * An entry.
     *
     * @param path inside the portal
     * @param label key of the text
     * @param icon name in the sprite
     */
    public record Item(String path, String label, String icon) {}

    private static final Item PATIENTS = new Item("/patients", "nav.patients", "patients");
    private static final Item FIND = new Item("/find", "nav.find", "search");
    private static final Item REGISTER = new Item("/register", "nav.register", "plus");
    private static final Item ACCESSES = new Item("/accesses", "nav.accesses", "key");
    private static final Item EMERGENCY = new Item("/emergency", "nav.emergency", "alert");
    private static final Item REVIEWS = new Item("/emergencies", "nav.emergencies", "alert");
    private static final Item CONSENT_TEXTS = new Item("/consent-texts", "nav.consentTexts", "sign");
    private static final Item RECORDS = new Item("/records", "nav.records", "file");
    private static final Item SETTINGS = new Item("/clinic", "nav.clinic", "settings");
    private static final Item PEOPLE = new Item("/people", "nav.people", "patients");
    private static final Item DIRECTORY = new Item("/directory", "nav.directory", "list");
    private static final Item ACCOUNTS = new Item("/accounts", "nav.accounts", "patients");
    private static final Item RULES = new Item("/sign-in-rules", "nav.rules", "lock");
    private static final Item PROGRAMS = new Item("/programs", "nav.programs", "plug");
    private static final Item SHARED = new Item("/invitations", "nav.invitations", "mail");
    private static final Item FAMILIES = new Item("/families", "nav.families", "patients");
    private static final Item AUDIT = new Item("/audit", "nav.audit", "shield");
    private static final Item ACTIVITY = new Item("/activity", "nav.activity", "activity");
    private static final Item ABOVE = new Item("/oversight", "nav.oversight", "eye");
    private static final Item PROOF = new Item("/proof", "nav.proof", "lock");
    private static final Item SAFEGUARDS = new Item("/safeguards", "nav.safeguards", "check");
    private static final Item EXPLAIN = new Item("/explain", "nav.explain", "info");
    private static final Item EXAMPLES = new Item("/examples", "nav.examples", "file");
    private static final Item LOG = new Item("/log", "nav.log", "activity");

    private static final Map<AccountKind, List<Item>> BY_KIND = new EnumMap<>(Map.of(
            AccountKind.STAFF,
                    List.of(
                            new Item("/desk", "nav.desk", "home"),
                            PATIENTS,
                            FIND,
                            REGISTER,
                            ACCESSES,
                            DIRECTORY,
                            SHARED),
            AccountKind.DOCTOR,
                    List.of(
                            new Item("/practice", "nav.practice", "stethoscope"),
                            PATIENTS,
                            FIND,
                            ACCESSES,
                            EMERGENCY,
                            EXPLAIN,
                            DIRECTORY,
                            SHARED,
                            new Item("/profile", "nav.profile", "person")),
            AccountKind.OWNER, List.of(new Item("/mine", "nav.mine", "home"), FAMILIES, SHARED, EXPLAIN, DIRECTORY),
            AccountKind.CLINIC_ADMIN,
                    List.of(
                            RECORDS,
                            PATIENTS,
                            FIND,
                            REGISTER,
                            ACCESSES,
                            REVIEWS,
                            ACTIVITY,
                            ABOVE,
                            EXPLAIN,
                            CONSENT_TEXTS,
                            PEOPLE,
                            PROGRAMS,
                            DIRECTORY,
                            SETTINGS,
                            SHARED),
            AccountKind.AUDITOR, List.of(AUDIT, ABOVE, LOG, PROOF, SAFEGUARDS, EXPLAIN, EXAMPLES, DIRECTORY),
            AccountKind.PLATFORM_ADMIN,
                    List.of(
                            new Item("/clinics", "nav.clinics", "building"),
                            ACCOUNTS,
                            PROGRAMS,
                            RULES,
                            LOG,
                            SAFEGUARDS,
                            DIRECTORY)));

    private HttpServletRequest request;
    private CurrentUser me;

    /** For the container. */
    protected Navigation() {}

    /**
     * @param request tells the present page
     * @param me tells the kind of account
     */
    @Inject
    public Navigation(HttpServletRequest request, CurrentUser me) {
        this.request = request;
        this.me = me;
    }

    /** The entries of a kind of account; none for kinds that do not use the portal. */
    public static List<Item> of(AccountKind kind) {
        return kind == null ? List.of() : BY_KIND.getOrDefault(kind, List.of());
    }

    /** The page that a person starts at. */
    public static String home(AccountKind kind) {
        List<Item> items = of(kind);
        return items.isEmpty() ? "/account" : items.getFirst().path();
    }

    /** The entries of who looks. */
    public List<Item> getItems() {
        return of(me.getKind());
    }

    /** Whether the page shown is this entry. */
    public boolean current(Item item) {
        return request.getRequestURI().equals(request.getContextPath() + item.path());
    }
}
