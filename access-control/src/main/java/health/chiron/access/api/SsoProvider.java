package health.chiron.access.api;

/**
 * A provider of single sign-on that this house offers.
 *
 * @param name in addresses
 * @param label what people call it
 */
public record SsoProvider(String name, String label) {}
