/** Single sign-on: linking, every way to cheat at it, and a walk with a real provider. */
package health.chiron.acceptance.sso;
