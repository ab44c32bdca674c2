package health.chiron.access.api;

/** Lengths and patterns that portal, API and database share; a test compares them with the database's constraints. */
public final class Limits {
    /** Names of people and clinics. */
    public static final int NAME = 200;
    /** Sign-in names. */
    public static final int USERNAME = 100;
    /** Mail addresses (RFC 5321). */
    public static final int EMAIL = 254;
    /** The shortest password (NIST SP 800-63B asks for 8; the house asks for more). */
    public static final int PASSWORD_LEAST = 12;
    /** The longest password taken; longer ones are refused before any hashing. */
    public static final int PASSWORD_MOST = 200;
    /** A code of the second factor, or a recovery code with blanks as people type them. */
    public static final int FACTOR_CODE = 30;
    /** How long a portal session may rest at the least, in minutes. */
    public static final int SESSION_MINUTES_LEAST = 5;
    /** How long a portal session may rest at the most, in minutes; the house may allow less. */
    public static final int SESSION_MINUTES_MOST = 720;
    /** The purpose of a request for access, at the least. */
    public static final int PURPOSE_LEAST = 3;
    /** The purpose of a request for access, at the most. */
    public static final int PURPOSE_MOST = 200;
    /** The reason of an emergency, at the least: a sentence, not a word. */
    public static final int REASON_LEAST = 10;
    /** A text to be signed. */
    public static final int CONSENT = 20_000;
    /** For how long a consent signed at registration opens the chart, at the most. */
    public static final int CONSENT_DAYS_MOST = 366;
    /** A SHA-256 as hexadecimal digits. */
    public static final String SHA256 = "[0-9a-f]{64}";
    /** The longest grant: 30 days. */
    public static final int GRANT_HOURS_MOST = 720;
    /** The title of an invitation. */
    public static final int INVITATION_TITLE = 200;
    /** The words beside an invitation. */
    public static final int INVITATION_MESSAGE = 1000;
    /** The words beside an answer to one. */
    public static final int INVITATION_NOTE = 500;
    /** What a family is called. */
    public static final int FAMILY_NAME = 100;
    /** What everybody in a family reads of a patient. */
    public static final int FAMILY_LABEL = 60;
    /** How many days an invitation waits at the most. */
    public static final int INVITATION_DAYS_MOST = 30;
    /** How many patients are shared with one person in one go at the most (MediKeep). */
    public static final int SHARED_AT_ONCE_MOST = 50;
    /** Postal addresses in one text. */
    public static final int ADDRESS = 500;
    /** A telephone number in E.164. */
    public static final String PHONE = "\\+[1-9][0-9]{6,14}";
    /** A mail address: one @, a dot behind it, no blanks. Whether it works shows when its code comes back. */
    public static final String EMAIL_PATTERN = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}";
    /** Entries in a clinic's list of services. */
    public static final int SERVICES_MOST = 30;
    /** One entry of it. */
    public static final int SERVICE = 100;
    /** Telephone and fax numbers of directories, as people write them. */
    public static final int PHONE_TEXT = 50;
    /** Web addresses. */
    public static final int WEBSITE = 300;
    /** A web address: http or https only, so that a link never runs a script. */
    public static final String WEBSITE_PATTERN = "https?://[^\\s\\p{Cntrl}<>\"]+";
    /** The hour at which something opens: 00:00 to 23:59. */
    public static final String OPENS = "([01][0-9]|2[0-3]):[0-5][0-9]";
    /** The hour at which something closes: 00:00 to 24:00. */
    public static final String CLOSES = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";
    /** A sign-in name. */
    public static final String USERNAME_PATTERN = "[a-zA-Z0-9][a-zA-Z0-9._@+-]{2,99}";
    /** One line of plain text: no control characters. */
    public static final String LINE = "[^\\p{Cntrl}]*";
    /** Text of several lines: no control characters but tab and line breaks. */
    public static final String TEXT = "[^\\p{Cntrl}]*([\\t\\n\\r][^\\p{Cntrl}]*)*";

    /** The name of an integrator's program. */
    public static final int PROGRAM = 100;
    /** A list of scopes. */
    public static final int SCOPES = 1000;
    /** Why a program is refused, held back or ended, at the most. */
    public static final int PROGRAM_REASON = 200;
    /** A public key as JSON. */
    public static final int PUBLIC_KEY = 4000;
    /** For how many days a program's credential holds at the most. */
    public static final int CREDENTIAL_DAYS_MOST = 730;
    /** A signed assertion: ours are below 2,000 signs. */
    public static final int ASSERTION = 8000;

    /** Signs of the note of a stored example of the policy. */
    public static final int EXAMPLE_NOTE = 300;

    private Limits() {}
}
