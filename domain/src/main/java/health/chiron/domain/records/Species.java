package health.chiron.domain.records;

/** The species a clinic sees; the ranges of later checks depend on it. */
public enum Species {
    /** Canis familiaris. */
    DOG,
    /** Felis catus. */
    CAT,
    /** Equus caballus. */
    HORSE,
    /** Oryctolagus cuniculus. */
    RABBIT,
    /** Any bird. */
    BIRD,
    /** Any reptile. */
    REPTILE,
    /** Guinea pig, rat, hamster and their kin. */
    RODENT,
    /** Mustela furo. */
    FERRET,
    /** Bos taurus. */
    CATTLE,
    /** Ovis aries. */
    SHEEP,
    /** Capra hircus. */
    GOAT,
    /** Sus domesticus. */
    PIG,
    /** Anything else; the breed says more. */
    OTHER
}
