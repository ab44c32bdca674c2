package health.chiron.portal.owner;

import health.chiron.access.api.ConsentTextView;
import health.chiron.access.api.ConsentView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.SignConsent;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the owner has signed for a patient, what can be signed, and withdrawing it. In view scope: what was shown is what is signed. */
@Named("ownConsents")
@ViewScoped
public class OwnersConsents implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    private Consents door;

    @Inject
    private PatientHead head;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private UUID patient;
    private List<Row> rows = List.of();
    private ArrayList<Shown> texts = new ArrayList<>();
    private String name;

    /** A consent as it is listed, with the text as it was signed. */
    public record Row(
            UUID id,
            String clinicName,
            ConsentScope scope,
            String title,
            String body,
            int number,
            String signedName,
            String witnessedBy,
            Instant signedAt,
            Instant expiresAt,
            Instant withdrawnAt,
            boolean opens)
            implements Serializable {
        static Row of(ConsentView consent) {
            return new Row(
                    consent.id().value(),
                    consent.text().clinicName(),
                    consent.text().scope(),
                    consent.text().title(),
                    consent.text().body(),
                    consent.text().number(),
                    consent.signedName(),
                    consent.witnessedBy(),
                    consent.signedAt(),
                    consent.expiresAt(),
                    consent.withdrawnAt(),
                    consent.grantId() != null);
        }

        /** Whether it holds. */
        public boolean holds() {
            return withdrawnAt == null;
        }
    }

    /** A text as it is shown, with the hash of just this. */
    public record Shown(
            UUID id, String clinicName, ConsentScope scope, String title, String body, int number, String hash)
            implements Serializable {
        static Shown of(ConsentTextView text) {
            return new Shown(
                    text.id().value(),
                    text.clinicName(),
                    text.scope(),
                    text.title(),
                    text.body(),
                    text.number(),
                    text.sha256());
        }
    }

    /** Loads what was signed, and what the clinics that have or had access ask to be signed. */
    public void load() {
        patient = head.id().value();
        rows = door.ofPatient(head.id(), PageRequest.first(SHOWN)).items().stream()
                .map(Row::of)
                .toList();
        texts = door.toSign(head.id()).stream().map(Shown::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Signs what was shown. */
    public String sign(UUID text) {
        Shown shown = texts.stream()
                .filter(one -> one.id().equals(text))
                .findFirst()
                .orElseThrow(health.chiron.domain.shared.Refusal::notFound);
        return again(
                () -> door.sign(head.id(), new SignConsent(new ConsentTextId(text), shown.hash(), name)),
                "consent.signed");
    }

    /** Withdraws a consent. */
    public String withdraw(UUID consent) {
        return again(() -> door.withdraw(new ConsentId(consent)), "consent.withdrawn");
    }

    private String again(Runnable act, String said) {
        return attempt.to(() -> {
            act.run();
            notices.carry("ok", said);
            return "/consents?faces-redirect=true&patient=" + patient;
        });
    }

    /** What was signed. */
    public List<Row> getRows() {
        return rows;
    }

    /** What can be signed. */
    public List<Shown> getTexts() {
        return texts;
    }

    /** The name as typed. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }
}
