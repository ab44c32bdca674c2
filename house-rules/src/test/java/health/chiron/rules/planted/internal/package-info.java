/** The inside of a module that is planted. */
package health.chiron.rules.planted.internal;
