package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.OfferAccess;
import health.chiron.access.api.OfferedCode;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Referral;
import health.chiron.access.api.RequestAccess;
import health.chiron.access.api.RequestQuery;
import health.chiron.access.api.Sql;
import health.chiron.access.api.Standing;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A clinic asks, the owner offers, a doctor refers; the owner's code or decision opens. */
@Stateless
public class AccessRequestsDoor implements AccessRequests {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Codes codes;

    @Inject
    private Tries tries;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Notices notices;

    @Inject
    private Requests requests;

    @Inject
    private Openings openings;

    @Inject
    private AccessViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private CallLimits limits;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.REQUEST, on = Category.ACCESS)
    public AccessRequestView request(PatientId patient, RequestAccess command) {
        limits.take(Limit.CODE_REQUESTS);
        ClinicId clinic = current.clinic(command.clinicId());
        mustBeDoctorOf(command.doctorId(), clinic);
        return requests.begin(AccessRequest.ask(
                patient,
                clinic,
                command.doctorId(),
                current.get().account(),
                command.purpose(),
                command.sections() == null ? Set.of() : command.sections(),
                command.grantHours() != null ? command.grantHours() : openings.usualHours(clinic),
                requests.mayAsk(patient, clinic)));
    }

    @Override
    @Permit(value = Action.OFFER, on = Category.ACCESS)
    public OfferedCode offer(PatientId patient, OfferAccess command) {
        limits.take(Limit.CODE_REQUESTS);
        int usual = openings.usualHours(command.clinicId());
        mustBeDoctorOf(command.doctorId(), command.clinicId());
        AccessRequest request = AccessRequest.offer(
                patient,
                command.clinicId(),
                command.doctorId(),
                current.get().account(),
                command.purpose(),
                command.sections() == null ? Set.of() : command.sections(),
                command.grantHours() != null ? command.grantHours() : usual,
                requests.mayAsk(patient, command.clinicId()));
        entities.persist(request);
        entities.flush();
        return requests.show(request, Boolean.TRUE.equals(command.byLetter()));
    }

    @Override
    @Permit(value = Action.OFFER, on = Category.ACCESS)
    public OfferedCode offerAgain(RequestId id, boolean byLetter) {
        limits.take(Limit.CODE_REQUESTS);
        AccessRequest request = current(id);
        if (request.origin() != AccessRequest.Origin.OWNER) {
            throw Refusal.conflict("access/request-over", "This is no offer of yours that waits.");
        }
        if (codes.triesLeft(request.patient(), request.clinic()) == 0) {
            throw Codes.exhausted();
        }
        return requests.show(request, byLetter);
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.ACCESS)
    public GrantView allow(RequestId id) {
        AccessRequest request = current(id);
        Instant now = clock.instant();
        AccountId owner = current.get().account();
        AccessGrant grant = request.allow(owner, now);
        openings.open(grant, owner, now);
        GrantView opened = views.grant(grant.id());
        tellWhoAsked(request, Letter.Template.REQUEST_ALLOWED, opened.clinicName(), opened.expiresAt());
        return opened;
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.ACCESS)
    public AccessRequestView refuse(RequestId id) {
        AccessRequest request = current(id);
        request.refuse(clock.instant());
        entities.flush();
        AccessRequestView refused = views.request(id);
        tellWhoAsked(request, Letter.Template.REQUEST_REFUSED, refused.clinicName(), null);
        return refused;
    }

    private void tellWhoAsked(AccessRequest request, Letter.Template template, String clinic, Instant end) {
        if (request.origin() != AccessRequest.Origin.OWNER
                && !request.requestedBy().equals(current.get().account())) {
            notices.tell(List.of(request.requestedBy()), template, Map.of("clinic", clinic), end);
        }
    }

    @Override
    @Permit(value = Action.REFER, on = Category.ACCESS)
    public AccessRequestView refer(PatientId patient, Referral command) {
        limits.take(Limit.CODE_REQUESTS);
        Standing own = current.standing().orElseThrow();
        if (sql.count("SELECT count(*) FROM access.clinic WHERE id = ? AND active AND verified", command.clinicId())
                == 0) {
            throw Refusal.invalid("clinicId", "unknown", "Choose a clinic that is open and whose licence was checked.");
        }
        ClinicId from = views.grant(own.grant()).clinicId();
        Instant now = requests.mayAsk(patient, command.clinicId());
        AccessRequest request = AccessRequest.refer(
                patient,
                from,
                command.clinicId(),
                current.get().account(),
                command.purpose(),
                within(own, command.sections()),
                command.grantHours() != null ? command.grantHours() : openings.usualHours(command.clinicId()),
                now);
        entities.persist(request);
        entities.flush();
        letters.tell(
                Letter.Template.REFERRAL,
                patient,
                new OwnerLetters.Facts(
                        request.clinic(),
                        current.get().account(),
                        from,
                        request.purpose(),
                        request.sections(),
                        now.plus(AccessRequest.REFERRAL_WAITS)));
        return views.request(request.id());
    }

    // Nobody passes on more than they hold.
    private static Set<Section> within(Standing own, Set<Section> named) {
        Set<Section> held = EnumSet.allOf(Section.class);
        held.removeAll(own.closed());
        if (named == null || named.isEmpty()) {
            return held;
        }
        if (!held.containsAll(named)) {
            throw Refusal.invalid(
                    "sections", "access/more-than-held", "Name only parts of the chart that your own access opens.");
        }
        return named;
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public AccessRequestView sendNewCode(RequestId id) {
        limits.take(Limit.CODE_REQUESTS);
        AccessRequest request = current(id);
        if (codes.triesLeft(request.patient(), request.clinic()) == 0) {
            throw Codes.exhausted();
        }
        requests.send(request, clock.instant());
        return views.request(id);
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public GrantView redeem(RequestId id, String code) {
        limits.take(Limit.CODE_ENTRIES);
        if (code == null || !CODE.matcher(code.strip()).matches()) {
            throw Refusal.invalid("code", "format", "A code has six digits.");
        }
        AccountId who = current.get().account();
        AccessRequest request = find(id);
        request.mustWait(clock.instant());
        // Before the queue: whoever waits there must not hold a second connection.
        if (!tries.take(who, request.patient(), request.clinic())) {
            throw Codes.exhausted();
        }
        request = current(id);
        request.mustWait(clock.instant());
        if (!codes.use(id, code.strip())) {
            throw Refusal.invalid("code", "access/code-wrong", "This code is not valid. Check it, or send a new one.");
        }
        Instant now = clock.instant();
        AccessGrant grant = request.grant(who, now);
        openings.open(grant, who, now);
        codes.forgive(request.patient(), request.clinic());
        return views.grant(grant.id());
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public GrantView redeemLatest(PatientId patient, ClinicId clinic, String code) {
        RequestId latest = sql.first(
                        """
                        SELECT id FROM access.access_request
                         WHERE patient_id = ? AND clinic_id = ? AND status = 'PENDING' AND expires_at > ?
                         ORDER BY created_at DESC, id DESC LIMIT 1""", row -> new RequestId(row.id("id")), patient, current.clinic(clinic), clock.instant())
                .orElseThrow(() -> Refusal.conflict(
                        "access/request-over", "No request of this clinic waits for a code. Ask again."));
        return redeem(latest, code);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public AccessRequestView get(RequestId request) {
        AccessRequestView view = views.request(request);
        // Whom the owner keeps out finds it no more than in the list.
        boolean owner = current.standing()
                .filter(by -> "OWNER".equals(by.relationship()))
                .isPresent();
        if (!owner && view.status() == AccessRequestView.Status.PENDING && views.keptOut(view)) {
            throw Refusal.notFound();
        }
        return view;
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public AccessRequestView cancel(RequestId id) {
        current(id).cancel(clock.instant());
        entities.flush();
        return views.request(id);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<AccessRequestView> ofClinic(ClinicId clinic, RequestQuery query, PageRequest page) {
        return views.requestsOf(clinic, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<AccessRequestView> ofPatient(PatientId patient, RequestQuery query, PageRequest page) {
        return views.requestsAbout(patient, query, page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<AccessRequestView> referred(ClinicId from, PageRequest page) {
        return views.referredBy(current.get().account(), from, page);
    }

    private void mustBeDoctorOf(AccountId doctor, ClinicId clinic) {
        if (doctor == null) {
            return;
        }
        long found = sql.count("""
                SELECT count(*) FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id
                 WHERE m.clinic_id = ? AND m.account_id = ? AND m.active AND a.kind = 'DOCTOR' AND a.status = 'ACTIVE'""", clinic, doctor);
        if (found == 0) {
            throw Refusal.invalid("doctorId", "unknown", "Choose a doctor who works at this clinic now.");
        }
    }

    private AccessRequest find(RequestId id) {
        return Optional.ofNullable(entities.find(AccessRequest.class, id.value()))
                .orElseThrow(Refusal::notFound);
    }

    /** The request as whoever came before in the queue has left it. */
    private AccessRequest current(RequestId id) {
        AccessRequest request = find(id);
        openings.queue(request.patient());
        entities.refresh(request);
        return request;
    }
}
