package health.chiron.neighbour.internal;

/** The inside of another module that is planted. */
public class Cellar {}
