/** The browser session: who is signed in, what an answer's headers say, and where a person may be sent after signing in. */
package health.chiron.portal.session;
