package health.chiron.access.internal.sharing;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.FamilyHistorySharePage;
import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.access.api.OwnershipPeriod;
import health.chiron.access.api.Permit;
import health.chiron.access.api.SharePage;
import health.chiron.access.api.ShareView;
import health.chiron.access.api.Shares;
import health.chiron.access.api.Standing;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyHistoryShare;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.PatientShare;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** With whom patients are shared, and ending it. */
@Stateless
public class SharesDoor implements Shares {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private ShareViews views;

    @Inject
    private Giving giving;

    @Inject
    private ShareLetters letters;

    @Inject
    private SelfRecords selfRecords;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public SharePage ofPatient(PatientId patient, PageRequest page) {
        return new SharePage(views.sharesOf(patient, me(), page));
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public SharePage withMe(PageRequest page) {
        return new SharePage(views.sharesWith(me(), page));
    }

    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public ShareView lasts(ShareId id, long version, Instant until) {
        PatientShare share = find(id);
        giving.oneAfterTheOther(share.patient());
        mustBeMineToEnd(share.sharedBy());
        Giving.Most most = giving.most(share.sharedBy(), share.patient()).orElseThrow(PatientShare::over);
        Instant before = share.expiresAt().orElse(Instant.MAX);
        Instant end = most.until("expiresAt", until);
        share.lasts(version, end, clock.instant());
        flush(Refusal.stale());
        List<ShareLetters.Change> changes = settled(share.patient());
        changes.addAll(shortened(share.sharedWith(), before, end));
        letters.tell(changes, Set.of(me()));
        return views.share(id, me());
    }

    private static List<ShareLetters.Change> shortened(AccountId whose, Instant before, Instant end) {
        return end != null && end.isBefore(before) ? List.of(ShareLetters.Change.shortened(whose, end)) : List.of();
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.SHARES)
    public ShareView withdraw(ShareId id) {
        PatientShare share = find(id);
        giving.oneAfterTheOther(share.patient());
        mustBeMineToEnd(share.sharedBy());
        List<ShareLetters.Change> changes = end(share, ShareEnd.WITHDRAWN);
        changes.add(ShareLetters.Change.ended(share.sharedWith()));
        letters.tell(changes, Set.of(me()));
        return views.share(id, me());
    }

    @Override
    @Permit(value = Action.LEAVE, on = Category.SHARES)
    public ShareView leave(ShareId id) {
        PatientShare share = find(id);
        giving.oneAfterTheOther(share.patient());
        if (!share.sharedWith().equals(me())) {
            throw Refusal.notFound();
        }
        letters.tell(end(share, ShareEnd.LEFT), Set.of(me(), share.sharedBy()));
        letters.left(share.sharedBy(), share.invitation());
        return views.share(id, me());
    }

    private List<ShareLetters.Change> end(PatientShare share, ShareEnd reason) {
        share.end(me(), reason, clock.instant());
        flush(PatientShare.over());
        return settled(share.patient());
    }

    private List<ShareLetters.Change> settled(PatientId patient) {
        return new ArrayList<>(giving.settle(patient, ShareEnd.SHARER_LEFT));
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public FamilyHistorySharePage familyHistoryOf(PatientId patient, PageRequest page) {
        return new FamilyHistorySharePage(views.familySharesOf(patient, me(), page));
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public FamilyHistorySharePage familyHistoryWithMe(PageRequest page) {
        return new FamilyHistorySharePage(views.familySharesWith(me(), page));
    }

    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public FamilyHistoryShareView lasts(FamilyHistoryShareId id, long version, Instant until) {
        FamilyHistoryShare share = find(id);
        giving.oneAfterTheOther(share.patient());
        mustBeMineToEnd(share.sharedBy());
        Giving.Most most = giving.most(share.sharedBy(), share.patient()).orElseThrow(FamilyHistoryShare::over);
        Instant before = share.expiresAt().orElse(Instant.MAX);
        Instant end = most.until("expiresAt", until);
        share.lasts(version, end, clock.instant());
        flush(Refusal.stale());
        // Nothing rests on a look at one relative, so there is nothing to settle.
        letters.tell(shortened(share.sharedWith(), before, end), Set.of(me()));
        return views.familyShare(id, me());
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.SHARES)
    public FamilyHistoryShareView withdraw(FamilyHistoryShareId id) {
        FamilyHistoryShare share = find(id);
        mustBeMineToEnd(share.sharedBy());
        share.end(me(), ShareEnd.WITHDRAWN, clock.instant());
        flush(FamilyHistoryShare.over());
        letters.tell(List.of(ShareLetters.Change.ended(share.sharedWith())), Set.of(me()));
        return views.familyShare(id, me());
    }

    @Override
    @Permit(value = Action.LEAVE, on = Category.SHARES)
    public FamilyHistoryShareView leave(FamilyHistoryShareId id) {
        FamilyHistoryShare share = find(id);
        if (!share.sharedWith().equals(me())) {
            throw Refusal.notFound();
        }
        share.end(me(), ShareEnd.LEFT, clock.instant());
        flush(FamilyHistoryShare.over());
        letters.left(share.sharedBy(), share.invitation());
        return views.familyShare(id, me());
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public List<OwnershipPeriod> owners(PatientId patient) {
        // Who keeps the patient sees whose it was. An offer or a look does not say so much.
        if (!standing().allows().test(Action.SHARE, Category.SHARES)) {
            throw Refusal.forbidden("access/not-included", "Your role or the access you hold does not include this.");
        }
        return views.owners(patient, me());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.SHARES)
    public List<OwnershipPeriod> nameSelf(PatientId patient, boolean self) {
        selfRecords.name(patient, me(), self);
        return views.owners(patient, me());
    }

    /** What somebody else gave is for an owner to end. */
    private void mustBeMineToEnd(AccountId giver) {
        if (!giver.equals(me()) && !"OWNER".equals(standing().relationship())) {
            throw Refusal.forbidden("access/not-included", "Your role or the access you hold does not include this.");
        }
    }

    private Standing standing() {
        return current.standing().orElseThrow();
    }

    private AccountId me() {
        return current.get().account();
    }

    private PatientShare find(ShareId id) {
        return Optional.ofNullable(entities.find(PatientShare.class, id.value()))
                .orElseThrow(Refusal::notFound);
    }

    private FamilyHistoryShare find(FamilyHistoryShareId id) {
        return Optional.ofNullable(entities.find(FamilyHistoryShare.class, id.value()))
                .orElseThrow(Refusal::notFound);
    }

    private void flush(Refusal whenLate) {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw whenLate;
        }
    }
}
