package dev.sluice.local.aws.template;

import dev.sluice.local.aws.account.LocalAws;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resources that protect, watch or connect on AWS and have no part in what a pipeline computes.
 * They are listed after a deployment, never silently left out. The types, with the form of their
 * Ref and attributes, are in {@code not-run-locally.txt}.
 */
final class NotRun {
  private static final Map<String, List<String>> TYPES = read();

  private NotRun() {}

  static boolean knows(String type) {
    return TYPES.containsKey(type);
  }

  static Deployed of(Resource resource) {
    List<String> forms = TYPES.get(resource.type());
    Deployed deployed = null;
    for (String form : forms) {
      int equals = form.indexOf('=');
      String name = form.substring(0, equals);
      String value = fill(form.substring(equals + 1), resource);
      deployed = name.equals("Ref") ? Deployed.ref(value) : deployed.with(name, value);
    }
    return deployed;
  }

  private static String fill(String form, Resource resource) {
    String hash = PhysicalNames.of(resource.stack(), resource.logicalId(), 64);
    String id = hash.substring(hash.lastIndexOf('-') + 1);
    String filled =
        form.replace("<name>", name(resource)).replace("<id>", id).replace("<uuid>", uuid(id));
    return filled.replace("<account>", LocalAws.ACCOUNT).replace("<region>", LocalAws.REGION);
  }

  /** A key's id is a UUID on AWS, and clients check it. */
  private static String uuid(String id) {
    return "00000000-0000-4000-8000-" + id;
  }

  /** A resource's own name is in a property such as RoleName, AlarmName, LogGroupName. */
  private static String name(Resource resource) {
    String simple = resource.type().substring(resource.type().lastIndexOf(':') + 1);
    for (String property : List.of(simple + "Name", "Name", "ManagedPolicyName")) {
      if (resource.text(property) != null) {
        return resource.text(property);
      }
    }
    return PhysicalNames.of(resource.stack(), resource.logicalId(), 64);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> types = new LinkedHashMap<>();
    try (InputStream in = NotRun.class.getResourceAsStream("not-run-locally.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> words = new ArrayList<>(List.of(line.trim().split("\\s+")));
        String type = words.remove(0);
        if (words.isEmpty() || !words.get(0).startsWith("Ref=")) {
          words.add(0, "Ref=<name>");
        }
        types.put(type, List.copyOf(words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }
}
