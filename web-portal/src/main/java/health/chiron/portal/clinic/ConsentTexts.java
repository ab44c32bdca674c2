package health.chiron.portal.clinic;

import health.chiron.access.api.ConsentTextView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.NewConsentText;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The texts that a clinic lets owners sign. In view scope, because rows carry buttons. */
@Named("consentTexts")
@ViewScoped
public class ConsentTexts implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Consents door;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private Integer number;
    private List<Row> rows = List.of();
    private Paging paging;
    private ConsentScope scope = ConsentScope.RECORD_ACCESS;
    private String language;
    private String title;
    private String body;

    /** A text as it is listed. */
    public record Row(
            UUID id,
            ConsentScope scope,
            String language,
            int number,
            String title,
            String body,
            Instant publishedAt,
            Instant retiredAt)
            implements Serializable {
        static Row of(ConsentTextView text) {
            return new Row(
                    text.id().value(),
                    text.scope(),
                    text.language(),
                    text.number(),
                    text.title(),
                    text.body(),
                    text.publishedAt(),
                    text.retiredAt());
        }

        /** Whether it can be signed. */
        public boolean inForce() {
            return retiredAt == null;
        }
    }

    /** Loads a page. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        if (language == null) {
            language = me.getLanguage();
        }
        var page = door.texts(me.getClinic(), false, Paging.request(number, Paging.USUAL));
        rows = page.items().stream().map(Row::of).toList();
        paging = Paging.of(page);
    }

    /** Publishes a text. */
    public String publish() {
        return attempt.to(() -> {
            door.publish(me.getClinic(), new NewConsentText(scope, language, title, body));
            notices.carry("ok", "texts.publishedNotice");
            return "/consent-texts?faces-redirect=true";
        });
    }

    /** Retires a text. */
    public String retire(UUID text) {
        return attempt.to(() -> {
            door.retire(me.getClinic(), new ConsentTextId(text));
            notices.carry("ok", "texts.retired");
            return "/consent-texts?faces-redirect=true";
        });
    }

    /** The page's texts. */
    public List<Row> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** What a text can be about. */
    public ConsentScope[] getScopes() {
        return ConsentScope.values();
    }

    /** What it is about. */
    public ConsentScope getScope() {
        return scope;
    }

    /** Sets it. */
    public void setScope(ConsentScope scope) {
        this.scope = scope;
    }

    /** In which language. */
    public String getLanguage() {
        return language;
    }

    /** Sets it. */
    public void setLanguage(String language) {
        this.language = language;
    }

    /** The heading. */
    public String getTitle() {
        return title;
    }

    /** Sets it. */
    public void setTitle(String title) {
        this.title = title;
    }

    /** The text. */
    public String getBody() {
        return body;
    }

    /** Sets it. */
    public void setBody(String body) {
        this.body = body;
    }
}
