package health.chiron.rules.planted.internal;

/** Behind a door. */
public class Hidden {}
