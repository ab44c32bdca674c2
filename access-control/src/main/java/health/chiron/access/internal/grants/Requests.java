package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.OfferedCode;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a request begins and how its codes reach the owner. */
@ApplicationScoped
class Requests {
    private static final int PER_HOUR = 4;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Codes codes;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Openings openings;

    @Inject
    private AccessViews views;

    @Inject
    private Clock clock;

    /** Keeps a request that a clinic makes, and sends its first code. */
    AccessRequestView begin(AccessRequest request) {
        entities.persist(request);
        entities.flush();
        send(request, clock.instant());
        return views.request(request.id());
    }

    /**
     * Queues, and counts what was asked lately.
     *
     * @return now
     */
    Instant mayAsk(PatientId patient, ClinicId clinic) {
        openings.queue(patient);
        if (codes.triesLeft(patient, clinic) == 0) {
            throw Codes.exhausted();
        }
        Instant now = clock.instant();
        long lately = sql.count(
                "SELECT count(*) FROM access.access_request WHERE patient_id = ? AND clinic_id = ? AND created_at > ?",
                patient,
                clinic,
                now.minus(Duration.ofHours(1)));
        if (lately >= PER_HOUR) {
            throw Refusal.tooMany(
                    "access/requests-too-frequent",
                    "The owner has been asked several times within the hour.",
                    Duration.ofHours(1));
        }
        return now;
    }

    /** Sends the next code of a request. */
    void send(AccessRequest request, Instant now) {
        request.sendCode(now);
        entities.flush();
        deliver(request, Letter.Template.ACCESS_CODE);
    }

    /** Makes the next code of an offer, to be shown. */
    OfferedCode show(AccessRequest request, boolean byLetter) {
        request.sendCode(clock.instant());
        entities.flush();
        Codes.Made code = byLetter ? deliver(request, Letter.Template.OFFERED_CODE) : codes.replace(request, null);
        AccessRequestView view = views.request(request.id());
        return new OfferedCode(view, code.digits(), view.codeExpiresAt());
    }

    private Codes.Made deliver(AccessRequest request, Letter.Template template) {
        List<OwnerLetters.Contact> contacts = letters.best(request.patient());
        if (contacts.isEmpty()) {
            throw Refusal.conflict(
                    "access/owner-contact-unproven",
                    "The owner has no confirmed mail address or telephone yet. Confirm it first.");
        }
        Codes.Made code = codes.replace(request, contacts.get(0));
        letters.tellCode(
                template,
                request.patient(),
                new OwnerLetters.Facts(
                        request.clinic(),
                        request.doctor().orElse(null),
                        null,
                        request.purpose(),
                        request.sections(),
                        clock.instant().plus(Duration.ofHours(request.grantHours()))),
                contacts,
                code.id(),
                code.digits());
        return code;
    }
}
