package health.chiron.access.internal.explain;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewPolicyExample;
import health.chiron.access.api.PolicyExample;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Decision;
import health.chiron.access.internal.policy.Policy;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Keeps examples and asks the policy about them. */
@ApplicationScoped
class Examples {
    @Inject
    private Sql sql;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    private final Policy policy = new Policy();

    private static final String SELECT =
            "SELECT e.*, a.full_name FROM access.policy_example e LEFT JOIN access.account a ON a.id = e.account_id";

    PolicyExample keep(PatientId patient, NewPolicyExample example, Facts facts) {
        if (permits(facts, example.action(), example.category()) != example.permitted()) {
            throw Refusal.conflict(
                    "policy/example-does-not-hold", "permitted", "The present policy does not give this answer.");
        }
        PolicyExampleId id = PolicyExampleId.next();
        Instant now = clock.instant();
        sql.update(
                """
                INSERT INTO access.policy_example (id, patient_id, account_id, action, category, permitted, facts, note, kept_at, kept_by)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""",
                id,
                patient,
                example.accountId(),
                example.action(),
                example.category(),
                example.permitted(),
                facts.toJson(),
                example.note(),
                now,
                current.get().account());
        return find(id);
    }

    PolicyExample retire(PolicyExampleId id) {
        int retired = sql.update(
                "UPDATE access.policy_example SET retired_at = ?, retired_by = ? WHERE id = ? AND retired_at IS NULL",
                clock.instant(),
                current.get().account(),
                id);
        if (retired == 0) {
            throw Refusal.notFound();
        }
        return find(id);
    }

    private PolicyExample find(PolicyExampleId id) {
        return sql.first(SELECT + " WHERE e.id = ?", this::example, id).orElseThrow(Refusal::notFound);
    }

    Page<PolicyExample> inUse(PageRequest page) {
        List<PolicyExample> items = sql.list(
                SELECT + " WHERE e.retired_at IS NULL ORDER BY e.kept_at DESC, e.id DESC LIMIT ? OFFSET ?",
                this::example,
                page.limit(),
                page.offset());
        long total = sql.count("SELECT count(*) FROM access.policy_example WHERE retired_at IS NULL");
        return new Page<>(items, total, page.offset(), page.limit());
    }

    /** All that are in use, each with what the present policy answers. */
    List<PolicyExample> all() {
        return sql.list(SELECT + " WHERE e.retired_at IS NULL ORDER BY e.kept_at, e.id", this::example);
    }

    private PolicyExample example(Sql.Row row) throws SQLException {
        AccountId account = new AccountId(row.id("account_id"));
        boolean agreed = row.yes("permitted");
        return new PolicyExample(
                new PolicyExampleId(row.id("id")),
                new PatientId(row.id("patient_id")),
                account,
                row.text("full_name"),
                row.word(Action.class, "action"),
                row.word(Category.class, "category"),
                agreed,
                permits(
                                Facts.read(account, row.text("facts")),
                                row.word(Action.class, "action"),
                                row.word(Category.class, "category"))
                        == agreed,
                row.text("note"),
                row.instant("kept_at"),
                row.instant("retired_at"));
    }

    private boolean permits(Facts facts, Action action, Category category) {
        return policy.evaluate(facts.actor(), action, category, facts.relationships())
                        .decision()
                instanceof Decision.Permitted;
    }
}
