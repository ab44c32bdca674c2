/** The inside of another module that is planted, for seeing that nobody may look into it. */
package health.chiron.neighbour.internal;
