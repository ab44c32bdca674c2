package health.chiron.records.internal.chart;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Hypotheses;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.Standing;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.ConditionId;
import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.Severity;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.Chart;
import health.chiron.records.api.ChartSummary;
import health.chiron.records.api.ConditionView;
import health.chiron.records.api.Quantity;
import health.chiron.records.api.SharePreview;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.WishedShare;
import health.chiron.records.internal.patient.Identities;
import health.chiron.records.internal.visit.VisitViews;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The chart as a whole. What the grant leaves out is neither read nor counted. */
@Stateless
public class ChartDoor implements Chart {
    private static final int CONDITIONS = 20;
    private static final int VISITS = 5;

    /** The parts of a chart that there are. */
    private static final List<Category> PARTS = List.of(
            Category.IDENTITY, Category.DEMOGRAPHICS, Category.VISITS, Category.CONDITIONS, Category.FAMILY_HISTORY);

    private static final Set<Category> PREVIEWED = EnumSet.of(
            Category.DEMOGRAPHICS, Category.VISITS, Category.FAMILY_HISTORY, Category.ACCESS, Category.SHARES);

    @Inject
    private Sql sql;

    @Inject
    private Identities identities;

    @Inject
    private VisitViews visits;

    @Inject
    private CurrentActor current;

    @Inject
    private Hypotheses hypotheses;

    @Inject
    private Clock clock;

    private record Weighed(Quantity weight, Instant at) {}

    @Override
    @Permit(value = Action.READ, on = Category.CHART)
    public ChartSummary summary(PatientId patient) {
        Set<Section> closed = current.standing().map(Standing::closed).orElse(Set.of());
        Page<ConditionView> conditions =
                closed.contains(Section.CONDITIONS) ? new Page<>(List.of(), 0, 0, CONDITIONS) : present(patient);
        Page<VisitPage.Entry> newest =
                closed.contains(Section.VISITS) ? new Page<>(List.of(), 0, 0, VISITS) : visits.newest(patient, VISITS);
        Optional<Weighed> weighed = closed.contains(Section.VISITS) ? Optional.empty() : weighed(patient);
        return new ChartSummary(
                identities.find(patient).orElseThrow(Refusal::notFound),
                conditions.items(),
                conditions.total(),
                newest.items(),
                newest.total(),
                weighed.map(Weighed::weight).orElse(null),
                weighed.map(Weighed::at).orElse(null),
                closed.contains(Section.VISITS) ? null : nextFollowUp(patient),
                closed.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private Page<ConditionView> present(PatientId patient) {
        List<ConditionView> items = sql.list("""
                SELECT * FROM records.condition WHERE patient_id = ? AND status NOT IN ('RESOLVED','INACTIVE')
                 ORDER BY onset_date DESC NULLS LAST, id DESC LIMIT ?""", ChartDoor::condition, patient, CONDITIONS);
        long total = items.size() < CONDITIONS
                ? items.size()
                : sql.count(
                        "SELECT count(*) FROM records.condition WHERE patient_id = ? AND status NOT IN ('RESOLVED','INACTIVE')",
                        patient);
        return new Page<>(items, total, 0, CONDITIONS);
    }

    private Optional<Weighed> weighed(PatientId patient) {
        return sql.first(
                """
                SELECT weight_value, weight_unit, visit_date FROM records.visit
                 WHERE patient_id = ? AND status = 'SIGNED' AND weight_kg IS NOT NULL ORDER BY visit_date DESC, id DESC LIMIT 1""",
                row -> new Weighed(
                        VisitViews.quantity(row.decimal("weight_value"), row.text("weight_unit")),
                        row.instant("visit_date")),
                patient);
    }

    private LocalDate nextFollowUp(PatientId patient) {
        return sql.first(
                        "SELECT min(follow_up_date) AS next FROM records.visit WHERE patient_id = ? AND status = 'SIGNED' AND follow_up_date >= ?",
                        row -> Optional.ofNullable(row.date("next")),
                        patient,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .flatMap(date -> date)
                .orElse(null);
    }

    @Override
    @Permit(value = Action.READ, on = Category.CONDITIONS)
    public Page<ConditionView> conditions(PatientId patient, PageRequest page) {
        List<ConditionView> items = sql.list("""
                SELECT * FROM records.condition WHERE patient_id = ?
                 ORDER BY status IN ('RESOLVED','INACTIVE'), onset_date DESC NULLS LAST, id DESC LIMIT ? OFFSET ?""", ChartDoor::condition, patient, page.limit(), page.offset());
        long total = sql.count("SELECT count(*) FROM records.condition WHERE patient_id = ?", patient);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    // Nothing is decided here: what would be open says the policy, asked as if there were such a share.
    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public SharePreview preview(PatientId patient, WishedShare share) {
        BiPredicate<Action, Category> would = hypotheses.share(share.permissionLevel(), share.sections());
        long hidden = would.test(Action.READ, Category.VISITS)
                ? sql.count(
                        "SELECT count(*) FROM records.visit_addendum WHERE patient_id = ? AND audience = 'PROFESSIONALS'",
                        patient)
                : 0;
        List<SharePreview.Part> parts = new ArrayList<>();
        for (Category part : PARTS) {
            boolean open = would.test(Action.READ, part);
            parts.add(new SharePreview.Part(part.name(), open, open ? entries(patient, part) : 0));
        }
        Set<String> may = EnumSet.complementOf(EnumSet.of(Action.READ)).stream()
                .flatMap(action -> PREVIEWED.stream()
                        .filter(category -> would.test(action, category))
                        .map(category -> action.name() + "_" + category.name()))
                .collect(Collectors.toSet());
        return new SharePreview(patient, share.permissionLevel(), parts, hidden, may);
    }

    private long entries(PatientId patient, Category part) {
        return switch (part) {
            case VISITS ->
                sql.count("SELECT count(*) FROM records.visit WHERE patient_id = ? AND status = 'SIGNED'", patient);
            case CONDITIONS -> sql.count("SELECT count(*) FROM records.condition WHERE patient_id = ?", patient);
            case FAMILY_HISTORY ->
                sql.count(
                        "SELECT count(*) FROM records.family_member WHERE patient_id = ? AND voided_at IS NULL",
                        patient);
            default -> 1; // who the patient is, and how to reach them: one sheet each
        };
    }

    private static ConditionView condition(Sql.Row row) throws SQLException {
        return new ConditionView(
                new ConditionId(row.id("id")),
                row.text("condition_name"),
                row.text("diagnosis"),
                row.word(ConditionStatus.class, "status"),
                row.word(Severity.class, "severity"),
                row.date("onset_date"),
                row.date("end_date"),
                row.text("icd10_code"),
                row.text("snomed_code"),
                row.text("code_description"),
                row.text("notes"),
                row.text("created_by_role"),
                row.text("source_system"));
    }
}
