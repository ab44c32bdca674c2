/** Programs of integrators. */
package health.chiron.rest.clients;
