package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.Sections;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody may give of a patient, and that nothing outlives what it rests on (ADR 25). */
@ApplicationScoped
class Giving {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * What may be given.
     *
     * @param until no later than this; null for no limit
     * @param sections no other parts of the chart; empty for no limit
     */
    record Most(Instant until, Set<Section> sections) {
        /** The end of a share that was asked for: the own end where none was named. */
        Instant until(String field, Instant asked) {
            if (until == null || asked != null && !asked.isAfter(until)) {
                return asked;
            }
            if (asked == null) {
                return until;
            }
            throw Refusal.invalid(field, "access/share-outlasts-own", "Your own share ends before this.");
        }

        /** The parts of the chart that were asked for: the own ones where none were named. */
        Set<Section> sections(Set<Section> asked) {
            if (sections.isEmpty()) {
                return asked == null ? Set.of() : asked;
            }
            if (asked == null || asked.isEmpty()) {
                return sections;
            }
            if (sections.containsAll(asked)) {
                return asked;
            }
            throw Refusal.invalid(
                    "sections", "access/share-exceeds-own", "Your own share leaves some of these parts out.");
        }
    }

    /** Shares of one patient change one after the other, so that none slips in beside an end. */
    void oneAfterTheOther(PatientId patient) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended('shares ' || ?::text, 0))",
                row -> patient,
                patient.toString());
    }

    /** What somebody may give; nothing for who may not share the patient. */
    Optional<Most> most(AccountId giver, PatientId patient) {
        return sql.first(
                "SELECT nullif(until, 'infinity') AS until, sections FROM policy.givers(?) WHERE account_id = ?",
                row -> new Most(row.instant("until"), Sections.read(row.text("sections"))),
                patient,
                giver);
    }

    /**
     * Ends, shortens and calls off what rests on nobody any more.
     *
     * @return who has lost what by it
     */
    List<ShareLetters.Change> settle(PatientId patient, ShareEnd reason) {
        return sql.list(
                "SELECT account_id, change, until FROM policy.settle_shares(?, ?, ?) WHERE change IS NOT NULL",
                row -> new ShareLetters.Change(
                        new AccountId(row.id("account_id")),
                        row.word(ShareLetters.Kind.class, "change"),
                        row.instant("until")),
                patient,
                clock.instant(),
                reason);
    }
}
