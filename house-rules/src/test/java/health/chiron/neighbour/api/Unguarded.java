package health.chiron.neighbour.api;

/** What modules offer one another inside a call that a guard has let in. */
public interface Unguarded {
    /** Acts. */
    void act();
}
