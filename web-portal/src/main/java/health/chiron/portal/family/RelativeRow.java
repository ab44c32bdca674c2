package health.chiron.portal.family;

import health.chiron.domain.records.FamilyRelation;
import health.chiron.records.api.FamilyMemberView;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A relative as a page lists it.
 *
 * @param mayChange whether the reader may correct it
 */
public record RelativeRow(
        UUID id,
        String name,
        FamilyRelation relation,
        Integer birthYear,
        Integer deathYear,
        boolean deceased,
        String notes,
        List<IllnessRow> illnesses,
        String createdByRole,
        boolean mayChange,
        long version)
        implements Serializable {
    static RelativeRow of(FamilyMemberView view) {
        return new RelativeRow(
                view.id().value(),
                view.name(),
                view.relationship(),
                view.birthYear(),
                view.deathYear(),
                view.deceased(),
                view.notes(),
                view.conditions().stream().map(IllnessRow::of).toList(),
                view.createdByRole(),
                view.mayChange(),
                view.version());
    }

    /** Years of life, as far as they are known. */
    public String years() {
        if (birthYear == null && deathYear == null) {
            return deceased ? "†" : "";
        }
        return (birthYear == null ? "" : birthYear.toString())
                + (deceased ? " † " + (deathYear == null ? "" : deathYear.toString()) : "");
    }
}
