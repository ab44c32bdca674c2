package health.chiron.domain.access;

/** What happens when a provider signs somebody in whose identity is linked to no account, and an account has the same mail address. */
public enum LinkingPreference {
    /** It is linked at once, when both sides have verified the address. Never holds for administrators and auditors. */
    AUTO_LINK,
    /** The account is left alone, as if it were not there. */
    CREATE_SEPARATE,
    /** The account's password and second factor are asked once. */
    ALWAYS_ASK
}
