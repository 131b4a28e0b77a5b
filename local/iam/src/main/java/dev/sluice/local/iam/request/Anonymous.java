package dev.sluice.local.iam.request;

import java.util.Map;

/** Whose request is not signed. */
public record Anonymous() implements Principal {
  @Override
  public String name() {
    return "anonymous";
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "aws:PrincipalAccount", "anonymous",
        "aws:PrincipalType", "Anonymous",
        "aws:PrincipalIsAWSService", "false",
        "aws:userid", "anonymous");
  }
}
