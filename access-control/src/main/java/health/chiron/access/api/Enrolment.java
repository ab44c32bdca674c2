package health.chiron.access.api;

/**
 * What a second factor's app is given, once.
 *
 * @param secret 160 random bits in Base32, for typing
 * @param uri the same as an {@code otpauth} address, for a QR code
 */
public record Enrolment(String secret, String uri) {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "Enrolment[...]";
    }
}
