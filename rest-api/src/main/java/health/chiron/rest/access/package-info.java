/** Requests for access, the owner's codes, and grants. */
package health.chiron.rest.access;
