/** The way back in when no platform administrator can sign in any more. */
package health.chiron.launcher.rescue;
