/** Shares, invitations, ownership and family history, from outside. */
package health.chiron.acceptance.sharing;
