package health.chiron.portal.architecture.planted.internal;

/** Behind a module's door. */
public class Hidden {}
