package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InvitingSomebodyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId SENDER = AccountId.next();
    private static final AccountId ASKED = AccountId.next();

    private static Invitation.Envelope envelope(AccountId to, int days) {
        return new Invitation.Envelope(
                PatientId.next(), SENDER, to, "Sam@Example.org", "Look", null, Duration.ofDays(days), NOW);
    }

    private static Invitation offer() {
        return Invitation.toShare(envelope(ASKED, 7), ShareLevel.VIEW, Set.of(Section.VISITS), NOW.plusSeconds(3600));
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(r -> assertThat(
                                r.faults().isEmpty()
                                        ? r.code()
                                        : r.faults().get(0).code())
                        .isEqualTo(code));
    }

    @Test
    void the_share_is_what_was_offered() {
        Invitation offer = offer();
        offer.accept(ASKED, " Gladly ", NOW);
        PatientShare share = PatientShare.of(offer, NOW);
        assertThat(share.level()).isEqualTo(ShareLevel.VIEW);
        assertThat(share.sharedBy()).isEqualTo(SENDER);
        assertThat(share.sharedWith()).isEqualTo(ASKED);
        assertThat(share.active(NOW.plusSeconds(3599))).isTrue();
        assertThat(share.active(NOW.plusSeconds(3600))).isFalse();
        assertThat(offer.addressedTo()).isEqualTo("sam@example.org");
    }

    @Test
    void it_is_answered_once_and_only_by_the_person_asked() {
        Invitation offer = offer();
        assertRefused(() -> offer.accept(SENDER, null, NOW), "not-found");
        offer.reject(ASKED, null, NOW);
        assertRefused(() -> offer.accept(ASKED, null, NOW), "access/invitation-over");
        assertRefused(() -> offer.cancel(NOW), "access/invitation-over");
    }

    @Test
    void its_time_runs_out_by_the_clock() {
        Invitation offer = offer();
        Instant end = NOW.plus(Duration.ofDays(7));
        assertThat(offer.status(end.minusSeconds(1))).isEqualTo(InvitationStatus.PENDING);
        assertThat(offer.status(end)).isEqualTo(InvitationStatus.EXPIRED);
        assertRefused(() -> offer.accept(ASKED, null, end), "access/invitation-over");
    }

    @Test
    void a_share_that_would_be_over_already_is_not_begun() {
        assertRefused(() -> offer().accept(ASKED, null, NOW.plusSeconds(3600)), "access/invitation-over");
        assertRefused(() -> Invitation.toShare(envelope(ASKED, 7), ShareLevel.VIEW, Set.of(), NOW), "date_order");
    }

    @Test
    void nobody_invites_oneself_or_for_longer_than_thirty_days() {
        assertRefused(() -> envelope(SENDER, 7), "access/share-with-oneself");
        assertRefused(() -> envelope(ASKED, 31), "out_of_range");
        assertRefused(() -> envelope(ASKED, 0), "out_of_range");
    }

    @Test
    void a_share_ends_once_and_its_end_moves_on_the_ground_of_a_version() {
        Invitation offer = offer();
        offer.accept(ASKED, null, NOW);
        PatientShare share = PatientShare.of(offer, NOW);
        assertRefused(() -> share.lasts(7, null, NOW), "stale");
        assertRefused(() -> share.lasts(0, NOW, NOW), "date_order");
        share.lasts(0, null, NOW);
        assertThat(share.active(NOW.plus(Duration.ofDays(999)))).isTrue();
        share.end(ASKED, ShareEnd.LEFT, NOW);
        assertRefused(() -> share.end(SENDER, ShareEnd.WITHDRAWN, NOW), "access/share-over");
    }

    @Test
    void a_share_of_one_relative_has_an_end_that_moves_in_the_same_way() {
        Invitation offer = Invitation.toFamilyHistory(envelope(ASKED, 7), FamilyMemberId.next(), null);
        offer.accept(ASKED, null, NOW);
        FamilyHistoryShare share = FamilyHistoryShare.of(offer, NOW);
        assertRefused(() -> share.lasts(7, null, NOW), "stale");
        assertRefused(() -> share.lasts(0, NOW, NOW), "date_order");
        Instant end = NOW.plus(Duration.ofDays(2));
        share.lasts(0, end, NOW);
        assertThat(share.expiresAt()).contains(end);
        assertThat(share.active(end)).isFalse();
        // What has run out is not made to live again.
        assertRefused(() -> share.lasts(0, null, end), "access/share-over");
        share.lasts(0, null, NOW);
        assertThat(share.active(NOW.plus(Duration.ofDays(999)))).isTrue();
        share.end(SENDER, ShareEnd.WITHDRAWN, NOW);
        assertRefused(() -> share.lasts(0, null, NOW), "access/share-over");
    }
}
