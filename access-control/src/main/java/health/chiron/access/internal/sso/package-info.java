/** Single sign-on with OpenID Connect: providers, what they say of somebody, and the links to accounts. */
package health.chiron.access.internal.sso;
