/** Programs of integrators, from the registration to the end. */
package health.chiron.acceptance.clients;
