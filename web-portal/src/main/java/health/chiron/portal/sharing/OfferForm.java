package health.chiron.portal.sharing;

import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferFamilyHistory;
import health.chiron.access.api.OfferOwnership;
import health.chiron.access.api.OfferShare;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Refusals;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Offers a share, a relative's history, or the ownership: to whom, in which words, how much, how long. */
@Named("shareOffer")
@RequestScoped
public class OfferForm {
    private Invitations door;
    private PatientHead head;
    private CurrentUser me;
    private Attempt attempt;
    private AlsoPatients others;

    private String email;
    private String title;
    private String message;
    private ShareLevel level = ShareLevel.VIEW;
    private Section[] sections = Section.values();
    private LocalDate until;
    private Integer days = 7;
    private String relative;
    private List<String> also = List.of();

    /** For the container. */
    protected OfferForm() {}

    /**
     * @param door takes the offer
     * @param head the patient
     * @param me whose day ends when
     * @param attempt shows refusals, and says that it was sent
     * @param others what can be offered besides
     */
    @Inject
    public OfferForm(Invitations door, PatientHead head, CurrentUser me, Attempt attempt, AlsoPatients others) {
        this.door = door;
        this.head = head;
        this.me = me;
        this.attempt = attempt;
        this.others = others;
    }

    /** Offers a share of the patient. */
    public String share() {
        return attempt.to(() -> {
            Set<Section> opened = sections.length == Section.values().length ? Set.of() : Set.of(sections);
            OfferShare offer = new OfferShare(email, title, words(), level, opened, end(), days);
            door.offerShare(head.id(), offer);
            List<String> kept = also.stream()
                    .map(each -> Addressed.id(each, PatientId::of))
                    .filter(each -> !offered(each, offer))
                    .map(each -> others.name(each.value()))
                    .toList();
            if (!kept.isEmpty()) {
                attempt.tell("warn", "share.sentSome", String.join(", ", kept));
                return shares();
            }
            return sent();
        });
    }

    /** Offers one more patient; one that is refused does not keep the others. */
    private boolean offered(PatientId patient, OfferShare offer) {
        try {
            door.offerShare(patient, offer);
            return true;
        } catch (Refusal refusal) {
            return false;
        } catch (EJBException wrapped) {
            if (Refusals.in(wrapped).isEmpty()) {
                throw wrapped;
            }
            return false;
        }
    }

    /** Offers a look at a relative's history. */
    public String showRelative() {
        return attempt.to(() -> {
            door.offerFamilyHistory(
                    Addressed.id(relative, FamilyMemberId::of),
                    new OfferFamilyHistory(email, title, words(), end(), days));
            return sent();
        });
    }

    /** Offers the ownership. */
    public String transfer() {
        return attempt.to(() -> {
            door.offerOwnership(head.id(), new OfferOwnership(email, title, words(), days));
            return sent();
        });
    }

    private String sent() {
        attempt.tell("ok", "share.sent");
        return shares();
    }

    private String shares() {
        return "/shares?faces-redirect=true&patient=" + head.id();
    }

    private String words() {
        return message == null || message.isBlank() ? null : message;
    }

    /** A share that lasts until a day lasts that day too, where the person is. */
    private Instant end() {
        return until == null
                ? null
                : until.plusDays(1).atStartOfDay(me.getZone()).toInstant();
    }

    /** The levels. */
    public ShareLevel[] getLevels() {
        return ShareLevel.values();
    }

    /** The parts of a chart. */
    public Section[] getAllSections() {
        return Section.values();
    }

    /** To which address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** What the person reads first. */
    public String getTitle() {
        return title;
    }

    /** Sets it. */
    public void setTitle(String title) {
        this.title = title;
    }

    /** A few words beside it. */
    public String getMessage() {
        return message;
    }

    /** Sets them. */
    public void setMessage(String message) {
        this.message = message;
    }

    /** How much. */
    public ShareLevel getLevel() {
        return level;
    }

    /** Sets it. */
    public void setLevel(ShareLevel level) {
        this.level = level;
    }

    /** Which parts. */
    public Section[] getSections() {
        return sections.clone();
    }

    /** Sets them. */
    public void setSections(Section[] sections) {
        this.sections = sections.clone();
    }

    /** The last day; null for no end. */
    public LocalDate getUntil() {
        return until;
    }

    /** Sets it. */
    public void setUntil(LocalDate until) {
        this.until = until;
    }

    /** How many days the offer waits. */
    public Integer getDays() {
        return days;
    }

    /** Sets it. */
    public void setDays(Integer days) {
        this.days = days;
    }

    /** Which patients besides the one of the page. */
    public String[] getAlso() {
        return also.toArray(String[]::new);
    }

    /** Sets them. */
    public void setAlso(String[] also) {
        this.also = List.of(also);
    }

    /** The relative in the address. */
    public String getRelative() {
        return relative;
    }

    /** Sets it. */
    public void setRelative(String relative) {
        this.relative = relative;
    }
}
