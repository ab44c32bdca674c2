/** Programs of integrators: registered by a clinic, decided on by the platform. */
package health.chiron.portal.programs;
