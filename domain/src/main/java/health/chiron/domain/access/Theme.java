package health.chiron.domain.access;

/** How the portal is shown. */
public enum Theme {
    /** As the device is set. */
    AUTO,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
