/** Signing in, out, and setting the first password. */
package health.chiron.portal.signin;
