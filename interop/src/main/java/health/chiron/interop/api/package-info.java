/**
 * The door of interoperability: records come in from other systems. Everything else of the module is internal; what comes in
 * goes through the doors of access control and records like everybody's work.
 */
package health.chiron.interop.api;
