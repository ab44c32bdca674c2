package health.chiron.records.internal.family;

import health.chiron.access.api.Sql;
import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.FamilyRelation;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.Severity;
import health.chiron.domain.records.Sex;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.FamilyMemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Relatives as they are shown: one statement for a page of them, one for all their illnesses. */
@ApplicationScoped
class FamilyViews {
    @Inject
    private Sql sql;

    /** On whose side the reader stands. */
    enum Side {
        /** The owner's. */
        OWNER,
        /** A clinic's. */
        CLINIC,
        /** Looks only. */
        READER
    }

    private record Line(UUID member, FamilyMemberView.Illness illness) {}

    Page<FamilyMemberView> of(PatientId patient, Side side, PageRequest page) {
        UUID[] ids = sql.list(
                        "SELECT id FROM records.family_member WHERE patient_id = ? AND voided_at IS NULL ORDER BY created_at, id LIMIT ? OFFSET ?",
                        row -> row.id("id"),
                        patient,
                        page.limit(),
                        page.offset())
                .toArray(UUID[]::new);
        long total = sql.count(
                "SELECT count(*) FROM records.family_member WHERE patient_id = ? AND voided_at IS NULL", patient);
        return new Page<>(views(side, ids), total, page.offset(), page.limit());
    }

    FamilyMemberView one(FamilyMemberId member, Side side) {
        return views(side, member.value()).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<FamilyMemberView> views(Side side, UUID... ids) {
        Map<UUID, List<FamilyMemberView.Illness>> illnesses = sql.list("""
                SELECT * FROM records.family_condition WHERE family_member_id = ANY (?) AND voided_at IS NULL ORDER BY created_at, id""", FamilyViews::line, (Object) ids).stream()
                .collect(Collectors.groupingBy(Line::member, Collectors.mapping(Line::illness, Collectors.toList())));
        return sql.list("""
                SELECT * FROM records.family_member WHERE id = ANY (?) AND voided_at IS NULL ORDER BY created_at, id""", row -> view(row, side, illnesses), (Object) ids);
    }

    private static Line line(Sql.Row row) throws SQLException {
        return new Line(
                row.id("family_member_id"),
                new FamilyMemberView.Illness(
                        new FamilyConditionId(row.id("id")),
                        row.text("condition_name"),
                        row.word(FamilyConditionType.class, "condition_type"),
                        row.integer("diagnosis_age"),
                        row.word(Severity.class, "severity"),
                        row.word(FamilyConditionStatus.class, "status"),
                        row.text("icd10_code"),
                        row.text("notes"),
                        row.number("version")));
    }

    private static FamilyMemberView view(Sql.Row row, Side side, Map<UUID, List<FamilyMemberView.Illness>> illnesses)
            throws SQLException {
        boolean ofOwner = row.id("clinic_id") == null;
        return new FamilyMemberView(
                new FamilyMemberId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("name"),
                row.word(FamilyRelation.class, "relationship"),
                row.word(Sex.class, "gender"),
                row.integer("birth_year"),
                row.integer("death_year"),
                row.yes("is_deceased"),
                row.text("notes"),
                illnesses.getOrDefault(row.id("id"), List.of()),
                row.text("created_by_role"),
                side == (ofOwner ? Side.OWNER : Side.CLINIC),
                row.number("version"));
    }
}
