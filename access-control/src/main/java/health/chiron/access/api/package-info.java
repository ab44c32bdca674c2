/**
 * The door of access control: who works here, who may see what until when, and who looked. Other modules see this package
 * only. Every method of a door is guarded: it declares its permission ({@link health.chiron.access.api.Permit}) or says in
 * public why it needs none ({@link health.chiron.access.api.OpenToAll}).
 */
package health.chiron.access.api;
