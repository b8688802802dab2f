/** A user of the library. */
module planner {
  requires java.logging;
  requires transitive org.libvirtspm.translator;
}
