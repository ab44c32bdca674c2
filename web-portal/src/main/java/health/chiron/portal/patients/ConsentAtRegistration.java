package health.chiron.portal.patients;

import health.chiron.access.api.ConsentAtDesk;
import health.chiron.access.api.ConsentTextView;
import health.chiron.access.api.Consents;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the owner may sign at the desk while a patient is registered. In view scope: what was shown is what is signed. */
@Named("deskConsent")
@ViewScoped
public class ConsentAtRegistration implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @Inject
    private Consents door;

    @Inject
    private CurrentUser me;

    private final ArrayList<Shown> texts = new ArrayList<>();
    private String text;
    private String signedName;
    private Integer accessDays = 90;

    /** A text as it is shown, with the hash of just this. */
    public record Shown(UUID id, String title, String language, int number, String body, String hash)
            implements Serializable {
        static Shown of(ConsentTextView text) {
            return new Shown(
                    text.id().value(), text.title(), text.language(), text.number(), text.body(), text.sha256());
        }
    }

    /** Loads the clinic's texts in force about record access. */
    public void load() {
        if (me.getClinic() != null && texts.isEmpty()) {
            door.texts(me.getClinic(), true, PageRequest.first(SHOWN)).items().stream()
                    .filter(one -> one.scope() == ConsentScope.RECORD_ACCESS)
                    .map(Shown::of)
                    .forEach(texts::add);
        }
    }

    /** What was signed; null when nothing was. */
    ConsentAtDesk command() {
        return texts.stream()
                .filter(one -> one.id().toString().equals(text))
                .map(one -> new ConsentAtDesk(
                        new ConsentTextId(one.id()),
                        one.hash(),
                        signedName == null ? "" : signedName,
                        Set.of(),
                        accessDays))
                .findFirst()
                .orElse(null);
    }

    /** The texts to choose from. */
    public List<Shown> getTexts() {
        return texts;
    }

    /** The chosen text; null when nothing is signed. */
    public String getText() {
        return text;
    }

    /** Sets it. */
    public void setText(String text) {
        this.text = text;
    }

    /** The signer's name as typed. */
    public String getSignedName() {
        return signedName;
    }

    /** Sets it. */
    public void setSignedName(String signedName) {
        this.signedName = signedName;
    }

    /** For how many days the chart is opened. */
    public Integer getAccessDays() {
        return accessDays;
    }

    /** Sets it. */
    public void setAccessDays(Integer accessDays) {
        this.accessDays = accessDays;
    }
}
