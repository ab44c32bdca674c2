/** The API as a client meets it: the main job, its document, its failures, forged tokens, other people's ids. */
package health.chiron.acceptance.rest;
