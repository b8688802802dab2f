package org.libvirtspm.engines.cloudstack;

import groovy.lang.Binding;
import groovy.lang.GroovyObject;
import groovy.util.GroovyScriptEngine;
import java.nio.charset.StandardCharsets;

/**
 * Does what CloudStack's KVM agent does with the script for libvirt's XML: evaluates it to an
 * object, whose {@code transform} gets the agent's logger and the XML.
 */
final class Agent {

  private static final String SCRIPT = "libvirt-vm-xml-transformer.groovy";

  private Agent() {}

  /** Takes the folder of the script, the method's name, and the XML on standard input. */
  public static void main(String[] args) throws Exception {
    String xml = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    GroovyScriptEngine engine = new GroovyScriptEngine(args[0]);
    GroovyObject transformer = (GroovyObject) engine.run(SCRIPT, new Binding());
    Object[] parameters = {new AgentLog(), xml};
    Object answer = transformer.invokeMethod(args[1], parameters);
    System.out.write(((String) answer).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /** Has the one method of the agent's logger that the script calls. */
  public static final class AgentLog {

    /** Writes a line. */
    public void error(Object message) {
      System.err.println(message);
    }
  }
}
