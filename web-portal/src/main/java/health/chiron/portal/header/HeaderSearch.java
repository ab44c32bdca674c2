package health.chiron.portal.header;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Formats;
import health.chiron.portal.page.Words;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.primefaces.event.SelectEvent;

/**
 * Finds among the patients whom the person reaches. What is typed travels in the body of a post, never in an address, where
 * logs and histories would keep the name.
 */
@Named
@RequestScoped
public class HeaderSearch {
    /** The session attribute through which the list of patients gets the words. */
    public static final String WORDS = HeaderSearch.class.getName() + ".words";

    private static final int MOST = 8;
    private static final int LONGEST = 100;

    private Patients patients;
    private Formats formats;
    private Words words;
    private HttpServletRequest request;
    private Object query;

    /** For the container. */
    protected HeaderSearch() {}

    /**
     * @param patients finds
     * @param formats ages
     * @param words species
     * @param request carries the words to the list
     */
    @Inject
    public HeaderSearch(Patients patients, Formats formats, Words words, HttpServletRequest request) {
        this.patients = patients;
        this.formats = formats;
        this.words = words;
        this.request = request;
    }

    /** The first patients whose name holds the words. */
    public List<PatientHit> suggest(String typed) {
        PatientPage found = patients.list(new PatientQuery(cut(typed), null, null), PageRequest.first(MOST));
        return found.page().items().stream().map(this::hit).toList();
    }

    private PatientHit hit(PatientPage.Entry entry) {
        PatientIdentity patient = entry.identity();
        String kind = words.of(patient.species() == null ? patient.kind() : patient.species());
        return new PatientHit(
                patient.id().toString(),
                patient.name() + " · " + kind + " · " + formats.age(patient),
                note(entry),
                colour(entry.relationship()));
    }

    private String note(PatientPage.Entry entry) {
        if (entry.shared()) {
            return words.fill("share.badge", entry.sharedBy(), words.code("Level", entry.relationship()));
        }
        return colour(entry.relationship()).isEmpty() ? "" : words.code("Relationship", entry.relationship());
    }

    private static String colour(String relationship) {
        return switch (relationship) {
            case "EMERGENCY" -> "danger";
            case "REQUEST", "INVITED" -> "warn";
            case "SHARE_FULL", "SHARE_EDIT", "SHARE_VIEW" -> "info";
            default -> "";
        };
    }

    /** Opens the chart of the chosen patient. */
    public void open(SelectEvent<?> chosen) {
        if (chosen.getObject() instanceof PatientHit hit) {
            go("/chart?patient=" + PatientId.of(hit.id()));
        }
    }

    /** Shows all patients whose name holds the words. */
    public void all() {
        String typed = query instanceof PatientHit hit ? hit.label() : query == null ? "" : query.toString();
        request.getSession().setAttribute(WORDS, cut(typed));
        go("/patients");
    }

    private static String cut(String typed) {
        String line = typed.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static void go(String path) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is typed, or the chosen suggestion. */
    public Object getQuery() {
        return query;
    }

    /** Sets it. */
    public void setQuery(Object query) {
        this.query = query;
    }

    /** A suggestion travels as its patient's id; anything else is words. */
    public Converter<Object> getConverter() {
        return new Converter<>() {
            @Override
            public Object getAsObject(FacesContext context, UIComponent component, String text) {
                try {
                    return text == null
                            ? null
                            : new PatientHit(PatientId.of(text).toString(), "", "", "");
                } catch (IllegalArgumentException e) {
                    return text;
                }
            }

            @Override
            public String getAsString(FacesContext context, UIComponent component, Object value) {
                return value instanceof PatientHit hit ? hit.id() : value == null ? "" : value.toString();
            }
        };
    }
}
