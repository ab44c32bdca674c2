package health.chiron.access.api;

import health.chiron.domain.access.AccountId;

/** A doctor as the public directory lists them: the profile is looked at in nobody's name, wherever the doctor works. */
public record ListedPerson(AccountId id) {}
