package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;

/**
 * A person whom an owner may keep out: one who stands in the patient's log, or works at a clinic that has access.
 *
 * @param clinics where the person works, by name; null for nowhere
 */
public record BlockCandidate(AccountId id, String fullName, AccountKind kind, String clinics) {}
