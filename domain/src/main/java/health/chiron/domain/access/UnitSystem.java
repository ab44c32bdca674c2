package health.chiron.domain.access;

/** In which units measured values are shown to a person; what is kept is what was entered. */
public enum UnitSystem {
    /** Kilograms and degrees Celsius. */
    METRIC,
    /** Pounds and degrees Fahrenheit. */
    IMPERIAL
}
