package health.chiron.domain.access;

/** How dates are written for a person. */
public enum DateFormat {
    /** As the language has it, with the month's name. */
    LANGUAGE,
    /** 2026-11-20. */
    YMD,
    /** 20/11/2026, or with points where the language has points. */
    DMY,
    /** 11/20/2026. */
    MDY
}
