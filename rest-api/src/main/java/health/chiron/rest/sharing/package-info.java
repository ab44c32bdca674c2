/** Invitations, shares, ownership. */
package health.chiron.rest.sharing;
