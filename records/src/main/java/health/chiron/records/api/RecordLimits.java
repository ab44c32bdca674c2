package health.chiron.records.api;

/** Lengths and ranges that portal, API and database share; a test compares them with the database's constraints. */
public final class RecordLimits {
    /** Given and family names, breeds, towns. */
    public static final int NAME = 100;
    /** A coat's colour. */
    public static final int COLOUR = 50;
    /** A line of an address. */
    public static final int ADDRESS_LINE = 200;
    /** A postal code. */
    public static final int POSTAL_CODE = 20;
    /** A microchip: 15 digits (ISO 11784), or an older one of nine or ten characters. */
    public static final String MICROCHIP = "[0-9A-Z]{9,15}";
    /** A SNOMED CT concept id (SNOMED CT Technical Implementation Guide: 6 to 18 digits). */
    public static final String SNOMED_CODE = "[0-9]{6,18}";
    /** The reason of a visit. */
    public static final int REASON = 500;
    /** The chief complaint. */
    public static final int COMPLAINT = 2000;
    /** Symptoms, and the diagnosis. */
    public static final int FINDINGS = 4000;
    /** The treatment plan, and an addendum. */
    public static final int PLAN = 8000;
    /** Clinical notes. */
    public static final int NOTES = 20_000;
    /** Notes on the follow-up. */
    public static final int FOLLOW_UP_NOTES = 1000;
    /** Names of relatives, and of their illnesses. */
    public static final int RELATIVE = 200;
    /** Notes on a relative or an illness. */
    public static final int FAMILY_NOTES = 4000;
    /** An ICD-10 code: a letter, two places, and what stands behind the point. */
    public static final String ICD10_CODE = "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?";
    /** Why an entry is void, at the least. */
    public static final int VOID_REASON_LEAST = 3;
    /** Why an entry is void, at the most. */
    public static final int VOID_REASON_MOST = 200;
    /** Place of a visit. */
    public static final int PLACE = 200;

    private RecordLimits() {}
}
