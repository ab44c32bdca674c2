/** The API as a program of ours uses it: sign-in, calls, refusals. */
package health.chiron.launcher.client;
