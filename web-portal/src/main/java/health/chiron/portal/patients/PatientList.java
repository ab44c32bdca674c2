package health.chiron.portal.patients;

import health.chiron.domain.records.PatientKind;
import health.chiron.portal.header.HeaderSearch;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Paging;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;

/**
 * The patients whom the person reaches, searched and paged in SQL. Posted, not asked for by address: the name searched for
 * must not stand in logs.
 */
@Named("patientList")
@RequestScoped
public class PatientList {
    private Patients door;
    private Attempt attempt;
    private HttpServletRequest request;

    private String name;
    private PatientKind kind;
    private int number = 1;
    private List<PatientPage.Entry> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected PatientList() {}

    /**
     * @param door the patients
     * @param attempt shows refusals
     * @param request brings the words of the search box
     */
    @Inject
    public PatientList(Patients door, Attempt attempt, HttpServletRequest request) {
        this.door = door;
        this.attempt = attempt;
        this.request = request;
    }

    /** Loads the first page, for the words of the search box if there are any. */
    public void load() {
        HttpSession session = request.getSession();
        if (session.getAttribute(HeaderSearch.WORDS) instanceof String words) {
            session.removeAttribute(HeaderSearch.WORDS);
            name = words;
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
        PatientPage found = door.list(new PatientQuery(name, null, kind), Paging.request(number, Paging.USUAL));
        rows = found.page().items();
        paging = Paging.of(found.page());
        number = paging.number();
        return null;
    }

    /** The page's patients. */
    public List<PatientPage.Entry> getRows() {
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
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** People or animals only. */
    public PatientKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(PatientKind kind) {
        this.kind = kind;
    }

    /** The kinds. */
    public PatientKind[] getKinds() {
        return PatientKind.values();
    }
}
