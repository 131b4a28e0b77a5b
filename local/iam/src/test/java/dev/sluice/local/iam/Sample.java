package dev.sluice.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyDocument;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of policies have in common; JSON is written with single quotes for its readers. */
public final class Sample {
  public static final String ACCOUNT = "000000000000";
  public static final String ROLE = "arn:aws:iam::000000000000:role/jobs/loader";
  public static final String SESSION = "arn:aws:sts::000000000000:assumed-role/loader/run-1";
  public static final Principal LOADER = Principal.roleSession(ROLE, SESSION);

  private Sample() {}

  public static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** A document of the given statements, without the brackets around them. */
  public static PolicyDocument document(String statements) {
    return PolicyDocument.parse(
        json("{'Version': '2012-10-17', 'Statement': [" + statements + "]}"));
  }

  public static Policy policy(PolicyKind kind, String statements) {
    return new Policy(kind.name(), kind, document(statements));
  }

  /** By the loader, with a context as {@code key=value,value; key=value}; null for none. */
  public static AccessRequest request(String action, String resource, String context) {
    return request(LOADER, action, resource, context);
  }

  public static AccessRequest request(
      Principal principal, String action, String resource, String context) {
    return new AccessRequest(principal, action, resource, keys(context));
  }

  private static Map<String, List<String>> keys(String context) {
    Map<String, List<String>> keys = new HashMap<>();
    if (context != null) {
      for (String pair : context.split(";")) {
        int at = pair.indexOf('=');
        keys.put(pair.substring(0, at).trim(), List.of(pair.substring(at + 1).split(",", -1)));
      }
    }
    return keys;
  }
}
