package health.chiron.portal.access;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.Category;
import health.chiron.access.api.Explanation;
import health.chiron.access.api.Explanations;
import health.chiron.access.api.Question;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * May this person do this to this patient now, and why? The question stands in the address, so that it can be kept and sent on. Owners and
 * auditors choose among the people of the patient's log; others ask about themselves.
 */
@Named
@RequestScoped
public class ExplainAccess {
    private static final int LOOKED_THROUGH = 200;
    /** What can be asked about a patient today. */
    private static final Set<Category> ABOUT_PATIENTS = EnumSet.of(
            Category.IDENTITY,
            Category.DEMOGRAPHICS,
            Category.CHART,
            Category.VISITS,
            Category.CONDITIONS,
            Category.ACCESS,
            Category.SHARES,
            Category.CONSENTS,
            Category.AUDIT);

    private static final Set<Action> ON_PATIENTS = EnumSet.of(
            Action.READ,
            Action.CREATE,
            Action.UPDATE,
            Action.SIGN,
            Action.REQUEST,
            Action.REVOKE,
            Action.SHARE,
            Action.BREAK_GLASS,
            Action.EXPORT);

    /** Somebody to ask about. */
    public record Person(String id, String name) {}

    private Explanations door;
    private AuditTrail trail;
    private PatientHead head;
    private CurrentUser me;
    private Attempt attempt;

    private String person;
    private Action action = Action.READ;
    private Category category = Category.VISITS;
    private List<Person> people = List.of();
    private Explanation answer;

    /** For the container. */
    protected ExplainAccess() {}

    /**
     * @param door answers
     * @param trail knows who had to do with the patient
     * @param head the patient
     * @param me who asks
     * @param attempt shows refusals
     */
    @Inject
    public ExplainAccess(Explanations door, AuditTrail trail, PatientHead head, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.trail = trail;
        this.head = head;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads the head, the people to choose from, and the answer; nothing while no patient is chosen. */
    public void load() {
        if (!isChosen()) {
            return;
        }
        if (!isAuditor()) {
            head.load();
        }
        PatientId patient = head.id();
        people = people(patient);
        AccountId about = person == null || person.isEmpty() ? null : Addressed.id(person, AccountId::of);
        attempt.toLoad(() -> {
            answer = door.explain(patient, new Question(about, action, category));
        });
    }

    private List<Person> people(PatientId patient) {
        if (!isAuditor() && !head.may("READ_AUDIT")) {
            return List.of();
        }
        PageRequest page = new PageRequest(0, LOOKED_THROUGH);
        List<AccessEntry> entries = isAuditor()
                ? trail.search(AuditQuery.ALL.about(patient), page).entries()
                : trail.ofPatient(patient, AuditQuery.ALL, page).entries();
        Map<String, Person> found = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.who() != null)
                .map(entry -> new Person(entry.accountId().toString(), entry.who()))
                .sorted(Comparator.comparing(Person::name))
                .forEach(one -> found.putIfAbsent(one.id(), one));
        if (person != null && !person.isEmpty()) {
            found.putIfAbsent(person, new Person(person, person));
        }
        return List.copyOf(found.values());
    }

    /** Whether a patient is chosen. */
    public boolean isChosen() {
        return head.getPatient() != null && !head.getPatient().isBlank();
    }

    /** Whether an auditor asks, who sees no chart and so no head. */
    public boolean isAuditor() {
        return me.getKind() == AccountKind.AUDITOR;
    }

    /** The patient and the person asked about: whoever asks, when nobody was chosen. For the page's own form. */
    Question question() {
        AccountId about =
                person == null || person.isEmpty() ? me.getAccount().id() : Addressed.id(person, AccountId::of);
        return new Question(about, action, category);
    }

    /** The people to choose from; empty for those who ask about themselves only. */
    public List<Person> getPeople() {
        return people;
    }

    /** The acts to choose from. */
    public Set<Action> getActions() {
        return ON_PATIENTS;
    }

    /** The things to choose from. */
    public Set<Category> getCategories() {
        return ABOUT_PATIENTS;
    }

    /** The answer; null before there is one. */
    public Explanation getAnswer() {
        return answer;
    }

    /** The person asked about. */
    public String getPerson() {
        return person;
    }

    /** Sets it. */
    public void setPerson(String person) {
        this.person = person;
    }

    /** The act asked about. */
    public Action getAction() {
        return action;
    }

    /** Sets it. */
    public void setAction(Action action) {
        this.action = action == null ? Action.READ : action;
    }

    /** The thing asked about. */
    public Category getCategory() {
        return category;
    }

    /** Sets it. */
    public void setCategory(Category category) {
        this.category = category == null ? Category.VISITS : category;
    }
}
