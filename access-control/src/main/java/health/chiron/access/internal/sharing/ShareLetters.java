package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.grants.Holders;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells people what became of what was shared with them: each at most once for one act, however much ends by it. */
@ApplicationScoped
class ShareLetters {
    @Inject
    private Sql sql;

    @Inject
    private Notices notices;

    @Inject
    private Holders holders;

    /**
     * What somebody has lost.
     *
     * @param until where it was shortened, its new end
     */
    record Change(AccountId person, Kind kind, Instant until) {
        static Change ended(AccountId person) {
            return new Change(person, Kind.ENDED, null);
        }

        static Change shortened(AccountId person, Instant until) {
            return new Change(person, Kind.SHORTENED, until);
        }
    }

    /** The worst first: who has lost several things is told of that one. */
    enum Kind {
        ENDED,
        SHORTENED,
        CANCELLED
    }

    /**
     * Tells of changes.
     *
     * @param knowing who is told in another way, or did it
     */
    void tell(Collection<Change> changes, Set<AccountId> knowing) {
        Set<AccountId> told = new HashSet<>(knowing);
        List<AccountId> ended = new ArrayList<>();
        List<AccountId> cancelled = new ArrayList<>();
        changes.stream()
                .sorted(Comparator.comparing(Change::kind)
                        .thenComparing(Change::until, Comparator.nullsFirst(Comparator.naturalOrder())))
                .filter(change -> told.add(change.person()))
                .forEach(change -> {
                    switch (change.kind()) {
                        case ENDED -> ended.add(change.person());
                        case SHORTENED ->
                            notices.tell(
                                    List.of(change.person()),
                                    Letter.Template.SHARE_SHORTENED,
                                    Map.of(),
                                    change.until());
                        case CANCELLED -> cancelled.add(change.person());
                    }
                });
        notices.tell(ended, Letter.Template.SHARE_ENDED, Map.of(), null);
        notices.tell(cancelled, Letter.Template.INVITATION_CANCELLED, Map.of(), null);
    }

    /** Tells who gave a share that it was left; names the address to which it was offered, as the giver knows it. */
    void left(AccountId giver, InvitationId offer) {
        String who = sql.first(
                        "SELECT addressed_to FROM access.invitation WHERE id = ?",
                        row -> row.text("addressed_to"),
                        offer)
                .orElseThrow();
        notices.tell(List.of(giver), Letter.Template.SHARE_LEFT, Map.of("who", who), null);
    }

    /**
     * Tells of a change of owner: those who own the patient beside the new one, those whose shares ended, and those at clinics whose
     * access ended.
     *
     * @param from who has handed over, and gets the answer
     * @param to the new owner, who did it
     */
    void ownerChanged(
            PatientId patient, AccountId from, AccountId to, Collection<Change> shares, Collection<UUID> grants) {
        Set<AccountId> told = new HashSet<>(Set.of(from, to));
        List<AccountId> others = sql.list(
                "SELECT account_id FROM access.patient_owner WHERE patient_id = ? AND until IS NULL AND account_id <> ?",
                row -> new AccountId(row.id("account_id")),
                patient,
                to);
        notices.tell(others, Letter.Template.OWNER_CHANGED, Map.of(), null);
        told.addAll(others);
        tell(shares, told);
        shares.forEach(change -> told.add(change.person()));
        List<AccountId> atClinics = new ArrayList<>(holders.of(grants));
        atClinics.removeAll(told);
        notices.tell(atClinics, Letter.Template.GRANT_OVER, Map.of(), null);
    }
}
