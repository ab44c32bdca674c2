package health.chiron.access.api;

import java.time.Instant;

/**
 * How the own second factor stands.
 *
 * @param on whether a code is asked at sign-in
 * @param since since when; null when it is off
 * @param required whether accounts of this kind have to have one
 * @param recoveryCodesLeft how many recovery codes are unused
 */
public record SecondFactorView(boolean on, Instant since, boolean required, int recoveryCodesLeft) {}
