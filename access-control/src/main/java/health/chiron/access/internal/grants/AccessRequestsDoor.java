package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Permit;
import health.chiron.access.api.RequestAccess;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.limits.CallLimits;
import health.chiron.access.internal.limits.Limit;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A clinic asks, the owner's code opens. */
@Stateless
public class AccessRequestsDoor implements AccessRequests {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int PER_HOUR = 4;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Codes codes;

    @Inject
    private Tries tries;

    @Inject
    private CodeLetters letters;

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
        int hours = command.grantHours() != null
                ? command.grantHours()
                : (int) sql.count("SELECT grant_hours AS count FROM access.clinic WHERE id = ?", clinic);
        AccessRequest request = AccessRequest.ask(
                patient,
                clinic,
                command.doctorId(),
                current.get().account(),
                command.purpose(),
                command.sections() == null ? Set.of() : command.sections(),
                hours,
                now);
        entities.persist(request);
        entities.flush();
        send(request, now);
        return views.request(request.id());
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public AccessRequestView sendNewCode(RequestId id) {
        limits.take(Limit.CODE_REQUESTS);
        AccessRequest request = find(id);
        if (codes.triesLeft(request.patient(), request.clinic()) == 0) {
            throw Codes.exhausted();
        }
        send(request, clock.instant());
        return views.request(id);
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public GrantView redeem(RequestId id, String code) {
        limits.take(Limit.CODE_ENTRIES);
        if (code == null || !CODE.matcher(code.strip()).matches()) {
            throw Refusal.invalid("code", "format", "A code has six digits.");
        }
        Instant now = clock.instant();
        AccessRequest request = find(id);
        request.mustWait(now);
        if (!tries.take(current.get().account(), request.patient(), request.clinic())) {
            throw Codes.exhausted();
        }
        if (!codes.use(id, code.strip())) {
            throw Refusal.invalid("code", "access/code-wrong", "This code is not valid. Check it, or send a new one.");
        }
        AccessGrant grant = request.grant(now);
        replaceEarlier(request, now);
        entities.persist(grant);
        entities.flush();
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
        return views.request(request);
    }

    @Override
    @Permit(value = Action.GRANT, on = Category.ACCESS)
    public AccessRequestView cancel(RequestId id) {
        find(id).cancel(clock.instant());
        entities.flush();
        return views.request(id);
    }

    @Override
    @Permit(value = Action.READ, on = Category.ACCESS)
    public Page<AccessRequestView> ofClinic(ClinicId clinic, PageRequest page) {
        return views.requestsOf(clinic, page);
    }

    private void send(AccessRequest request, Instant now) {
        List<CodeLetters.Recipient> recipients = letters.recipients(request.id());
        if (recipients.isEmpty()) {
            throw Refusal.conflict(
                    "access/owner-contact-unproven",
                    "The owner has no confirmed mail address or telephone yet. Confirm it first.");
        }
        request.sendCode(now);
        entities.flush();
        CodeLetters.Recipient to = recipients.get(0);
        Codes.Made code = codes.replace(request, to.channel().name(), to.masked());
        letters.send(request, code, recipients, now);
    }

    // The exclusion constraint forbids two at a time; the newer one, which the owner has just agreed to, takes the
    // place.
    private void replaceEarlier(AccessRequest request, Instant now) {
        List<AccessGrant> earlier = sql
                .list(
                        """
                        SELECT id FROM access.access_grant
                         WHERE patient_id = ? AND clinic_id = ? AND doctor_id IS NOT DISTINCT FROM ? AND ended_at IS NULL AND expires_at > ?""",
                        row -> row.id("id"),
                        request.patient(),
                        request.clinic(),
                        request.doctor().map(AccountId::value).orElse(null),
                        now)
                .stream()
                .map(id -> entities.find(AccessGrant.class, id))
                .toList();
        earlier.forEach(grant -> grant.end(current.get().account(), AccessGrant.EndReason.REPLACED, now));
        entities.flush();
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
}
