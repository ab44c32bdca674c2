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
    /** Place of a visit. */
    public static final int PLACE = 200;

    private RecordLimits() {}
}
