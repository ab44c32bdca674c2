/** The same limits in commands and in the database: what one accepts, the other accepts. */
package health.chiron.acceptance.limits;
