package dev.sluice.local.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes jars of the tests' jobs, which the worker does not have on its class path. */
final class Jars {
  private Jars() {}

  static byte[] of(Class<?> type) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    String entry = type.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(jar);
        InputStream in = type.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    return jar.toByteArray();
  }
}
