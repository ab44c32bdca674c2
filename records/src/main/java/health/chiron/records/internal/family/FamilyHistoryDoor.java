package health.chiron.records.internal.family;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Standing;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.FamilyCondition;
import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyMember;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.FamilyConditionData;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberData;
import health.chiron.records.api.FamilyMemberView;
import health.chiron.records.api.VoidReason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** What runs in a patient's family. */
@Stateless
public class FamilyHistoryDoor implements FamilyHistory {
    private static final Set<String> OWNERS_SIDE = Set.of("OWNER", "SHARE_FULL");

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private FamilyViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.FAMILY_HISTORY)
    public Page<FamilyMemberView> members(PatientId patient, PageRequest page) {
        return views.of(patient, side(), page);
    }

    @Override
    @Permit(value = Action.READ, on = Category.FAMILY_HISTORY)
    public FamilyMemberView get(FamilyMemberId member) {
        return views.one(member, side());
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.FAMILY_HISTORY)
    public FamilyMemberView add(PatientId patient, FamilyMemberData data) {
        ClinicId clinic = side() == FamilyViews.Side.CLINIC ? current.clinic(data.clinicId()) : null;
        FamilyMember member = FamilyMember.enter(patient, clinic, me(), facts(data), clock.instant());
        entities.persist(member);
        entities.flush();
        return views.one(member.id(), side());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.FAMILY_HISTORY)
    public FamilyMemberView correct(FamilyMemberId id, long version, FamilyMemberData data) {
        own(id).correct(version, facts(data), clock.instant());
        flush();
        return views.one(id, side());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.FAMILY_HISTORY)
    public void voidMember(FamilyMemberId id, long version, VoidReason reason) {
        own(id).voidBy(me(), version, reason.reason().strip(), clock.instant());
        flush();
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.FAMILY_HISTORY)
    public FamilyMemberView addCondition(FamilyMemberId id, FamilyConditionData data) {
        entities.persist(FamilyCondition.enter(own(id), me(), facts(data), clock.instant()));
        flush();
        return views.one(id, side());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.FAMILY_HISTORY)
    public FamilyMemberView correctCondition(
            FamilyMemberId id, FamilyConditionId condition, long version, FamilyConditionData data) {
        own(id).mustStand();
        find(id, condition).correct(version, facts(data));
        flush();
        return views.one(id, side());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.FAMILY_HISTORY)
    public FamilyMemberView voidCondition(
            FamilyMemberId id, FamilyConditionId condition, long version, VoidReason reason) {
        own(id).mustStand();
        find(id, condition).voidBy(me(), version, reason.reason().strip(), clock.instant());
        flush();
        return views.one(id, side());
    }

    private FamilyViews.Side side() {
        Standing standing = current.standing().orElseThrow();
        if (OWNERS_SIDE.contains(standing.relationship())) {
            return FamilyViews.Side.OWNER;
        }
        return standing.allows().test(Action.UPDATE, Category.FAMILY_HISTORY)
                ? FamilyViews.Side.CLINIC
                : FamilyViews.Side.READER;
    }

    private AccountId me() {
        return current.get().account();
    }

    /** What one side entered the other does not rewrite: both stand beside each other, each with its source. */
    private FamilyMember own(FamilyMemberId id) {
        FamilyMember member = Optional.ofNullable(entities.find(FamilyMember.class, id.value()))
                .orElseThrow(Refusal::notFound);
        if (member.ofOwner() != (side() == FamilyViews.Side.OWNER)) {
            throw Refusal.conflict(
                    "records/entered-by-other-side", "Only the side that entered this relative can change it.");
        }
        return member;
    }

    private FamilyCondition find(FamilyMemberId member, FamilyConditionId id) {
        return Optional.ofNullable(entities.find(FamilyCondition.class, id.value()))
                .filter(condition -> condition.member().equals(member))
                .orElseThrow(Refusal::notFound);
    }

    private static FamilyMember.Facts facts(FamilyMemberData data) {
        return new FamilyMember.Facts(
                data.name().strip(),
                data.relationship(),
                data.gender(),
                data.birthYear(),
                data.deathYear(),
                Boolean.TRUE.equals(data.deceased()),
                data.notes());
    }

    private static FamilyCondition.Facts facts(FamilyConditionData data) {
        return new FamilyCondition.Facts(
                data.conditionName().strip(),
                data.conditionType(),
                data.diagnosisAge(),
                data.severity(),
                data.status(),
                data.icd10Code(),
                data.notes());
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        }
    }
}
