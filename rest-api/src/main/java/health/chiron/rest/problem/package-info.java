/** How failures travel: RFC 9457 problems, one template for all of them. */
package health.chiron.rest.problem;
