package health.chiron.access.internal.door;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Standing;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.audit.SeparateAuditLog;
import health.chiron.access.internal.policy.Decision;
import health.chiron.access.internal.policy.Policy;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Section;
import health.chiron.domain.shared.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The guard at every door: who acts, what it is about, what the policy says, are the fields in order; then the act, and its
 * audit row in the same transaction. A denied or failed act leaves its row in a transaction of its own, for the act's own is
 * rolled back. When the row cannot be written, the act fails.
 */
@Permit
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Guard {
    private static final Set<AccountKind> WHOLE_HOUSE = EnumSet.of(AccountKind.PLATFORM_ADMIN, AccountKind.AUDITOR);

    @Inject
    private Actors actors;

    @Inject
    private Subjects subjects;

    @Inject
    private CurrentActor current;

    @Inject
    private CurrentCall call;

    @Inject
    private Fields fields;

    @Inject
    private AuditLog log;

    @Inject
    private SeparateAuditLog separateLog;

    private final Policy policy = new Policy();

    /** Lets the call pass, or refuses it. */
    @AroundInvoke
    public Object pass(InvocationContext act) throws Exception {
        Permit permit = act.getMethod().getAnnotation(Permit.class);
        if (permit == null) {
            return act.proceed(); // an @OpenToAll method of a door: the architecture test lists them
        }
        Actor actor = actors.enter();
        Subjects.Found found = subjects.of(actor, act.getParameters());
        List<Relationship> relationships = withMembership(actor, found, permit.value());
        Decision decision = policy.decide(actor, permit.value(), permit.on(), relationships);
        Entry.Draft draft =
                Entry.draft(actor, permit, operation(act), found.subject().clinic());
        draft.about(found.subject().patient(), found.subject().record());
        if (decision instanceof Decision.Denied denied) {
            separateLog.write(draft.denied(denied.reason()));
            throw hides(denied, found)
                    ? Refusal.notFound()
                    : Refusal.forbidden(
                            "access/" + denied.reason(), "Your role or the access you hold does not include this.");
        }
        if (found.subject().unknown() || notAtThisAddress(found.subject())) {
            separateLog.write(draft.denied("unknown"));
            throw Refusal.notFound();
        }
        Decision.Permitted permitted = (Decision.Permitted) decision;
        draft.by(permitted);
        current.is(actor, standing(actor, found.subject(), permitted, relationships));
        try {
            fields.check(act.getParameters());
            Object result = act.proceed();
            log.write(draft.permitted(result));
            return result;
        } catch (Refusal refusal) {
            separateLog.write(draft.failed(refusal.code()));
            throw refusal;
        } catch (RuntimeException fault) {
            separateLog.write(draft.failed("error"));
            throw fault;
        }
    }

    /** To whom nothing joins the actor, of that nothing is said, not even that it is there. */
    private static boolean hides(Decision.Denied denied, Subjects.Found found) {
        Subject subject = found.subject();
        if (subject.patientAlone()) {
            // Whoever is kept out is answered like a stranger: a block is not to be seen from outside.
            return denied.stranger() || found.relationships().stream().allMatch(Relationship::isBlock);
        }
        return subject.unknown()
                || denied.stranger() && (subject.named() || subject.person() || subject.clinic() != null);
    }

    private boolean notAtThisAddress(Subject subject) {
        return call.isAboutAnimals() && subject.patient() != null && subjects.isPerson(subject.patient());
    }

    private static List<Relationship> withMembership(Actor actor, Subjects.Found found, Action action) {
        List<Relationship> relationships = new ArrayList<>(found.relationships());
        Subject subject = found.subject();
        // Working at a clinic joins nobody to a patient: for a patient's id alone it counts only where access is asked
        // for, or taken in an emergency.
        if (!subject.patientAlone() || action == Action.REQUEST || action == Action.BREAK_GLASS) {
            membership(actor, subject).ifPresent(relationships::add);
        }
        // The kind of account alone opens what concerns no patient, and a certain clinic only to who runs or audits the
        // whole. An auditor's eye is on every patient's log, though on no chart.
        if (actor.kind() == AccountKind.AUDITOR
                || !subject.named() && (subject.clinic() == null || WHOLE_HOUSE.contains(actor.kind()))) {
            relationships.add(Relationship.plain(Relationship.Kind.ROLE, null));
        }
        return relationships;
    }

    private static Optional<Relationship> membership(Actor actor, Subject subject) {
        if (subject.clinic() == null
                && subject.record() == null
                && subject.inClinicsName()
                && actor.clinics().size() == 1) {
            // A command that names no clinic means the actor's only one; the door settles it the same way. What is no
            // such command concerns no clinic: a list, the whole log, the registration of a clinic. A row that belongs
            // to
            // no clinic is joined to nobody by a command that could name one.
            return Optional.of(Relationship.plain(
                    Relationship.Kind.MEMBER, actor.clinics().iterator().next()));
        }
        return Optional.ofNullable(subject.clinic())
                .filter(actor::worksAt)
                .map(clinic -> Relationship.plain(Relationship.Kind.MEMBER, clinic));
    }

    private Standing standing(
            Actor actor, Subject subject, Decision.Permitted permitted, List<Relationship> relationships) {
        if (subject.patient() == null) {
            return null;
        }
        Relationship by = permitted.relationship();
        Set<Section> closed = by.sections().isEmpty()
                ? EnumSet.noneOf(Section.class)
                : EnumSet.complementOf(EnumSet.copyOf(by.sections()));
        closed.addAll(policy.closedByScope(actor));
        return new Standing(
                by.kind().name(),
                by.grant(),
                by.purpose(),
                by.endsAt(),
                closed,
                (action, category) ->
                        policy.decide(actor, action, category, relationships) instanceof Decision.Permitted);
    }

    private static String operation(InvocationContext act) {
        Class<?> owner = act.getMethod().getDeclaringClass();
        for (Class<?> door : owner.getInterfaces()) {
            if (door.getPackageName().endsWith(".api")) {
                return door.getSimpleName() + "." + act.getMethod().getName();
            }
        }
        return owner.getSimpleName() + "." + act.getMethod().getName();
    }
}
