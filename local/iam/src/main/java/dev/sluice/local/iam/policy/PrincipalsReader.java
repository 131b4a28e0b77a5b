package dev.sluice.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.iam.request.ServicePrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Principal and NotPrincipal. */
final class PrincipalsReader {
  private static final Pattern ACCOUNT =
      Pattern.compile("(\\d{12})|arn:[a-z-]+:iam::(\\d{12}):root");
  private static final Pattern ONE =
      Pattern.compile(
          "arn:[a-z-]+:(iam::\\d{12}:(role|user)/[^*?]+|sts::\\d{12}:assumed-role/[^/*?]+/[^/*?]+)");

  private final Findings findings;
  private final Set<String> accounts = new HashSet<>();
  private final Set<String> arns = new HashSet<>();
  private final Set<String> services = new HashSet<>();
  private boolean everyone;

  PrincipalsReader(Findings findings) {
    this.findings = findings;
  }

  Principals read(String path, JsonNode node, boolean except) {
    if (node.isTextual() && node.textValue().equals("*")) {
      everyone = true;
    } else if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        members(path + "/" + member.getKey(), member.getKey(), member.getValue());
      }
    } else {
      findings.add(path, "found " + node + ", expected \"*\" or an object of AWS and Service");
    }
    return new Principals(except, everyone, accounts, arns, services);
  }

  private void members(String path, String type, JsonNode value) {
    List<String> names = Values.texts(findings, path, value);
    switch (type) {
      case "AWS" -> names.forEach(name -> account(path, name));
      case "Service" -> names.forEach(name -> service(path, name));
      default ->
          findings.add(
              path, "is a type of principal that is not known here, expected AWS or Service");
    }
  }

  private void account(String path, String name) {
    Matcher account = ACCOUNT.matcher(name);
    if (name.equals("*")) {
      everyone = true;
    } else if (account.matches()) {
      accounts.add(account.group(1) == null ? account.group(2) : account.group(1));
    } else if (ONE.matcher(name).matches()) {
      arns.add(name);
    } else {
      findings.add(
          path,
          "found '"
              + name
              + "', expected \"*\", an account's twelve digits, or the ARN of an account's root, a"
              + " role, a role's session or a user, without wildcards");
    }
  }

  private void service(String path, String name) {
    if (ServicePrincipal.isName(name)) {
      services.add(name);
    } else {
      findings.add(path, "found '" + name + "', expected a service as lambda.amazonaws.com");
    }
  }
}
