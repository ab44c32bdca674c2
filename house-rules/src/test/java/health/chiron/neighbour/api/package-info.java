/** The door of another module that is planted. */
package health.chiron.neighbour.api;
