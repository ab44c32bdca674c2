package health.chiron.access.internal.explain;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Explanation;
import health.chiron.access.api.Explanation.Verdict;
import health.chiron.access.api.Explanation.Weighed;
import health.chiron.access.api.Explanations;
import health.chiron.access.api.NewPolicyExample;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PolicyExample;
import health.chiron.access.api.Question;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Considered;
import health.chiron.access.internal.policy.Decision;
import health.chiron.access.internal.policy.Evaluation;
import health.chiron.access.internal.policy.Policy;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers why, with the policy that decides. */
@Stateless
public class ExplanationsDoor implements Explanations {
    @Inject
    private Joined joined;

    @Inject
    private Examples examples;

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    private final Policy policy = new Policy();

    @Override
    @Permit(value = Action.EXPLAIN, on = Category.ACCESS)
    public Explanation explain(PatientId patient, Question question) {
        AccountId about = question.accountId() == null ? current.get().account() : question.accountId();
        boolean seesAll = seesAll();
        if (!seesAll && !mayAskAbout(about)) {
            throw Refusal.forbidden(
                    "access/explain-others",
                    "You can ask about yourself and about the people of the clinic that you run.");
        }
        Facts facts = joined.of(about, patient, question.action(), seesAll);
        Evaluation evaluation =
                policy.evaluate(facts.actor(), question.action(), question.category(), facts.relationships());
        Map<ClinicId, String> clinics = names(facts.relationships());
        List<Weighed> weighed = evaluation.considered().stream()
                // That the owner keeps somebody out is the owner's to tell.
                .filter(c -> seesAll
                        || c.verdict() != Considered.Verdict.DENIED
                                && !c.relationship().isBlock())
                .map(c -> weighed(c, clinics))
                .toList();
        return switch (evaluation.decision()) {
            case Decision.Permitted permitted ->
                answer(patient, about, question, permitted.rule().name(), null, weighed);
            case Decision.Denied denied -> answer(patient, about, question, null, told(denied, seesAll), weighed);
        };
    }

    private Explanation answer(
            PatientId patient, AccountId about, Question question, String rule, String reason, List<Weighed> weighed) {
        return new Explanation(
                patient,
                about,
                question.action(),
                question.category(),
                clock.instant(),
                rule != null,
                rule,
                reason,
                weighed);
    }

    // Nobody there and nobody joined are one answer; so is being kept out, to whoever is not the owner.
    private static String told(Decision.Denied denied, boolean seesAll) {
        boolean nothing = "unknown".equals(denied.reason()) || "blocked".equals(denied.reason()) && !seesAll;
        return nothing ? "no-relationship" : denied.reason();
    }

    private boolean seesAll() {
        return current.get().kind() == AccountKind.AUDITOR
                || current.standing()
                        .filter(by -> Relationship.Kind.OWNER.name().equals(by.relationship()))
                        .isPresent();
    }

    private boolean mayAskAbout(AccountId about) {
        Actor actor = current.get();
        if (about.equals(actor.account())) {
            return true;
        }
        return actor.kind() == AccountKind.CLINIC_ADMIN
                && sql.count(
                                "SELECT count(*) FROM access.clinic_member WHERE account_id = ? AND clinic_id = ANY (?)",
                                about,
                                actor.clinics().stream().map(ClinicId::value).toArray(UUID[]::new))
                        > 0;
    }

    private Map<ClinicId, String> names(List<Relationship> relationships) {
        UUID[] ids = relationships.stream()
                .filter(r -> r.clinic() != null)
                .map(r -> r.clinic().value())
                .distinct()
                .toArray(UUID[]::new);
        Map<ClinicId, String> names = new HashMap<>();
        if (ids.length > 0) {
            sql.list(
                            "SELECT id, name FROM access.clinic WHERE id = ANY (?)",
                            row -> Map.entry(new ClinicId(row.id("id")), row.text("name")),
                            (Object) ids)
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    private static Weighed weighed(Considered one, Map<ClinicId, String> clinics) {
        Relationship by = one.relationship();
        return new Weighed(
                by.kind().name(),
                by.clinic(),
                by.clinic() == null ? null : clinics.get(by.clinic()),
                by.grant(),
                by.purpose(),
                by.sections(),
                by.endsAt(),
                one.rule(),
                Verdict.valueOf(one.verdict().name()));
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.POLICY)
    public PolicyExample keep(PatientId patient, NewPolicyExample example) {
        Facts facts = joined.of(example.accountId(), patient, example.action(), true);
        if (facts.actor() == null) {
            throw Refusal.invalid("accountId", "unknown", "There is no such active account.");
        }
        return examples.keep(patient, example, facts);
    }

    @Override
    @Permit(value = Action.READ, on = Category.POLICY)
    public Page<PolicyExample> examples(PageRequest page) {
        return examples.inUse(page);
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.POLICY)
    public PolicyExample retire(PolicyExampleId example) {
        return examples.retire(example);
    }
}
