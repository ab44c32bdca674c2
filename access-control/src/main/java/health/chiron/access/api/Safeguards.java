package health.chiron.access.api;

import jakarta.ejb.Local;

/** The installation looks at itself: each safeguard that it can see, as it stands now. It shows no person and no patient. */
@Local
public interface Safeguards {
    /** So many days somebody who works with the house may stay away before the account is looked at. */
    int DAYS_AWAY = 90;

    /** So many days a credential of a program may be old. */
    int DAYS_OF_CREDENTIAL = 365;

    /** So many days an emergency may wait for its judgement. */
    int DAYS_TO_JUDGE = 7;

    /** So many years the log has to be kept (45 CFR 164.316). */
    int YEARS_KEPT = 6;

    /** Looks at every safeguard now, nothing is remembered; for platform administrators and auditors. */
    SafeguardsView look();
}
