/** Tokens and the signed-in account. */
package health.chiron.rest.auth;
