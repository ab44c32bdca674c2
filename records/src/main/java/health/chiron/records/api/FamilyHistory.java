package health.chiron.records.api;

import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** What runs in a patient's family (seed 002, family_members and family_conditions). The side that entered a relative corrects it. */
@Local
public interface FamilyHistory {
    /** The relatives with their illnesses, in the order in which they were entered. */
    Page<FamilyMemberView> members(PatientId patient, PageRequest page);

    /** One relative; also for whom this one is shared with. */
    FamilyMemberView get(FamilyMemberId member);

    /**
     * Enters a relative.
     *
     * @throws health.chiron.domain.shared.Refusal naming a year that does not fit
     */
    FamilyMemberView add(PatientId patient, FamilyMemberData data);

    /**
     * Corrects a relative.
     *
     * @throws health.chiron.domain.shared.Refusal stale; conflict {@code records/entry-void}, {@code records/entered-by-other-side}
     */
    FamilyMemberView correct(FamilyMemberId member, long version, FamilyMemberData data);

    /** Declares a relative void, who then shows nowhere any more; the same refusals. */
    void voidMember(FamilyMemberId member, long version, VoidReason reason);

    /** Enters an illness; the same refusals. */
    FamilyMemberView addCondition(FamilyMemberId member, FamilyConditionData data);

    /** Corrects an illness; the same refusals. */
    FamilyMemberView correctCondition(
            FamilyMemberId member, FamilyConditionId condition, long version, FamilyConditionData data);

    /** Declares an illness void; the same refusals. */
    FamilyMemberView voidCondition(FamilyMemberId member, FamilyConditionId condition, long version, VoidReason reason);
}
