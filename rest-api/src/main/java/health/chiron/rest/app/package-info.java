/** The JAX-RS application. */
package health.chiron.rest.app;
